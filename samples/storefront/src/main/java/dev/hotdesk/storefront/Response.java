package dev.hotdesk.storefront;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a browser. */
record Response(int status, String type, String body, Map<String, String> headers) {

  Response(int status, String type, String body) {
    this(status, type, body, Map.of());
  }

  static Response page(String html) {
    return new Response(200, "text/html; charset=utf-8", html);
  }

  static Response redirect(String path) {
    return new Response(303, "", "", Map.of("Location", path));
  }

  /** This answer with a cookie; an empty value takes it away. */
  Response with(String cookie, String value, boolean secret) {
    var more = new LinkedHashMap<>(headers);
    more.put(
        "Set-Cookie",
        "%s=%s; Path=/; SameSite=Lax; Max-Age=%d%s"
            .formatted(
                cookie, value, value.isEmpty() ? 0 : 30 * 86_400, secret ? "; HttpOnly" : ""));
    return new Response(status, type, body, more);
  }

  void send(HttpExchange exchange, String policy) throws IOException {
    var out = exchange.getResponseHeaders();
    headers.forEach(out::set);
    out.set("Content-Security-Policy", policy);
    out.set("X-Content-Type-Options", "nosniff");
    out.set("Referrer-Policy", "same-origin");
    out.set("Cache-Control", "no-store");
    if (!type.isEmpty()) {
      out.set("Content-Type", type);
    }
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}

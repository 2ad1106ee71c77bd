package dev.hotdesk.capability;

import dev.hotdesk.api.Http.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plugin may ask another system, and what is asked after a redirect. */
final class OutboundRules {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** The client sets these itself, or they would let a plugin talk past it. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** What another origin may see after a redirect: no credentials of whatever name. */
  private static final Set<String> HARMLESS_HEADERS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private OutboundRules() {}

  /** Whether it can be asked at all. */
  static void check(Request request) {
    checkUri(request.uri());
    if (!METHODS.contains(request.method())) {
      throw new IllegalArgumentException(
          "The method %s; wanted one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS: choose one"
              .formatted(Limits.quoted(request.method())));
    }
    request.headers().keySet().forEach(OutboundRules::checkHeader);
    Limits.checkText("The body of the request", request.body(), Limits.BODY);
    if (!request.timeout().isPositive()) {
      throw new IllegalArgumentException(
          "The timeout is %s; wanted one above zero: lengthen it".formatted(request.timeout()));
    }
  }

  private static void checkUri(URI uri) {
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "The address begins with %s; wanted http or https: correct it".formatted(scheme));
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "The address names no host that can be read; wanted one such as"
              + " https://api.shop.example/hours: correct it, and write letters beyond a to z as"
              + " Punycode");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address of %s has a name or password in it; wanted none: send them in the header Authorization"
              .formatted(uri.getHost()));
    }
  }

  private static void checkHeader(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (OWN_HEADERS.contains(lower) || lower.startsWith("proxy-")) {
      throw new IllegalArgumentException(
          "The header %s cannot be set; wanted it from the runtime's client: leave it out"
              .formatted(name));
    }
  }

  /** The port that is meant. */
  static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
  }

  /** Whom a plugin calls, without what may be secret in the address. */
  static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  /**
   * What to ask instead, if the answer says so.
   *
   * @throws IllegalArgumentException if it says something that cannot be asked
   */
  static Optional<Request> after(Request request, int status, Map<String, String> headers) {
    var location = headers.get("location");
    boolean isRedirect =
        status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (!isRedirect || location == null) {
      return Optional.empty();
    }
    var uri = request.uri().resolve(URI.create(location));
    checkUri(uri);
    if (isSecure(request.uri()) && !isSecure(uri)) {
      throw new IllegalArgumentException(
          "%s redirects to %s, where anybody could read along; wanted https: ask it directly"
              .formatted(origin(request.uri()), origin(uri)));
    }
    boolean isSameOrigin = origin(uri).equalsIgnoreCase(origin(request.uri()));
    boolean isNowGet =
        !request.method().equals("HEAD")
            && (status == 303 || (status < 303 && request.method().equals("POST")));
    return Optional.of(
        new Request(
            isNowGet ? "GET" : request.method(),
            uri,
            kept(request.headers(), isSameOrigin, isNowGet),
            isNowGet ? "" : request.body(),
            request.timeout()));
  }

  private static Map<String, String> kept(
      Map<String, String> headers, boolean isSameOrigin, boolean isWithoutBody) {
    var kept = new HashMap<String, String>();
    headers.forEach(
        (name, value) -> {
          var lower = name.toLowerCase(Locale.ROOT);
          boolean isHarmless = isSameOrigin || HARMLESS_HEADERS.contains(lower);
          if (isHarmless && !(isWithoutBody && lower.startsWith("content-"))) {
            kept.put(name, value);
          }
        });
    return kept;
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}

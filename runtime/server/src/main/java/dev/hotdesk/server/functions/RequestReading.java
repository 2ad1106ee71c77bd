package dev.hotdesk.server.functions;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plugin gets to see of a request. */
final class RequestReading {

  static final int MOST_BYTES = 1 << 20;

  /** What a browser of our staff adds by itself, or a collector, is nothing for plugins. */
  private static final Set<String> OURS =
      Set.of("cookie", "authorization", "proxy-authorization", "x-hotdesk-csrf");

  private RequestReading() {}

  /** Of several values of one name the first. */
  static Map<String, String> first(Map<String, List<String>> all) {
    var first = new HashMap<String, String>();
    all.forEach((name, values) -> first.put(name, values.isEmpty() ? "" : values.getFirst()));
    return first;
  }

  /** By name in lower case, without those that prove who somebody is. */
  static Map<String, String> headers(Map<String, List<String>> all) {
    var headers = new HashMap<String, String>();
    first(all)
        .forEach(
            (name, value) -> {
              var lower = name.toLowerCase(Locale.ROOT);
              if (!OURS.contains(lower)) {
                headers.put(lower, value);
              }
            });
    return headers;
  }

  /** In the encoding that the request names, or UTF-8. */
  static String text(byte[] body, @Nullable MediaType type) {
    var named = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    return new String(body, named == null ? StandardCharsets.UTF_8 : charset(named));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException _) {
      return StandardCharsets.UTF_8;
    }
  }
}

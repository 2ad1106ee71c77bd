package dev.hotdesk.server.gateway;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which shops' pages may show the widget. */
public final class Origins {

  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?<page>(?<scheme>[a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\\[[0-9a-f:.]+]))(:(?<port>[0-9]{1,5}))?");

  /** Browsers leave these out. */
  private static final Map<String, String> USUAL_PORTS = Map.of("http", "80", "https", "443");

  private final Set<String> allowed;

  /** Allows these, such as {@code https://shop.example}, and {@code *} for all. */
  public Origins(Set<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * An origin as browsers write it.
   *
   * @throws IllegalArgumentException if no browser would ever send this one
   */
  public static String origin(String written) {
    if (written.equals("*")) {
      return written;
    }
    var origin = ORIGIN.matcher(written.toLowerCase(Locale.ROOT));
    if (!origin.matches()) {
      throw new IllegalArgumentException(
          "wanted * or scheme://host[:port], such as https://shop.example, not " + written);
    }
    var port = origin.group("port");
    return port == null || port.equals(USUAL_PORTS.get(origin.group("scheme")))
        ? origin.group("page")
        : origin.group();
  }

  /** Whether a page of this origin may talk to us as a customer's. */
  boolean allows(String origin, String host) {
    return allowed.contains("*")
        || allowed.contains(origin.toLowerCase(Locale.ROOT))
        || isOwn(origin, host);
  }

  /**
   * Whether this is our own origin; a proxy may have taken the TLS off, so the scheme is not
   * compared.
   */
  static boolean isOwn(String origin, String host) {
    try {
      var authority = URI.create(origin).getRawAuthority();
      return authority != null && !host.isEmpty() && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}

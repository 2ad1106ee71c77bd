package dev.hotdesk.server.gateway;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which shops' pages may show the widget. */
public final class Origins {

  private final Set<String> allowed;

  /** Allows these, such as {@code https://shop.example}, and {@code *} for all. */
  public Origins(Set<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
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

package dev.hotdesk.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What the metrics collector shows instead of a log-in, if one is configured. */
public final class MetricsToken {

  /** The role it gives. */
  public static final String ROLE = "metrics";

  /** Who shows it; no account can have this login. */
  static final String CALLER = "#metrics";

  private static final String SCHEME = "Bearer ";

  private final Optional<String> token;

  /** Expects this token; none lets nobody in. */
  public MetricsToken(Optional<String> token) {
    this.token = token.filter(configured -> !configured.isBlank());
  }

  /** Whether an {@code Authorization} header shows it. */
  boolean isIn(Optional<String> authorization) {
    return token.isPresent()
        && authorization
            .filter(header -> header.startsWith(SCHEME))
            .map(header -> header.substring(SCHEME.length()))
            .filter(shown -> Same.text(shown, token.get()))
            .isPresent();
  }

  /** Comparing secrets. */
  static final class Same {

    private Same() {}

    /** Whether two texts are the same; takes as long wherever they differ. */
    static boolean text(String one, String other) {
      return MessageDigest.isEqual(
          one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
  }
}

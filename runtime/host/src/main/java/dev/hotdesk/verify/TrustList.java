package dev.hotdesk.verify;

import java.util.Set;

/**
 * Trust that is held in memory and does not change.
 *
 * @param trustedSigners fingerprints
 * @param revokedSigners fingerprints
 * @param revokedJars hashes
 * @param isUnsignedAllowed whether unsigned plugins may run
 */
public record TrustList(
    Set<String> trustedSigners,
    Set<String> revokedSigners,
    Set<String> revokedJars,
    boolean isUnsignedAllowed)
    implements Trust {

  static final TrustList ANY_UNSIGNED = new TrustList(Set.of(), Set.of(), Set.of(), true);

  /** Copies the sets. */
  public TrustList {
    trustedSigners = Set.copyOf(trustedSigners);
    revokedSigners = Set.copyOf(revokedSigners);
    revokedJars = Set.copyOf(revokedJars);
  }
}

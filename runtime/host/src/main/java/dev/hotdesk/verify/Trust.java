package dev.hotdesk.verify;

import java.util.Set;

/**
 * Whose plugins this shop runs. Asked anew for every jar; any thread.
 *
 * <p>Fingerprints and hashes are SHA-256 in lower-case hex. A fingerprint may be that of the
 * signer's own certificate, or of one that vouches for it.
 */
public interface Trust {

  /** The certificates that are trusted. */
  Set<String> trustedSigners();

  /** The certificates that are trusted no more, whatever else holds. */
  Set<String> revokedSigners();

  /** The jars that are refused by their hash, whoever signed them. */
  Set<String> revokedJars();

  /** Whether a plugin that nobody signed may run. */
  boolean isUnsignedAllowed();

  /** Runs unsigned plugins and trusts no signer, as a shop does that has not decided yet. */
  static Trust anyUnsigned() {
    return TrustList.ANY_UNSIGNED;
  }
}

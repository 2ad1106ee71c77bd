package dev.hotdesk.understanding.encoder;

import dev.hotdesk.routing.ModelUnavailableException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model file as it was measured and licensed: anything else under its name is refused. */
record PinnedFile(String name, long size, String sha256) {

  /**
   * Gives the bytes back if they are the ones that were pinned.
   *
   * @param place where they were read, for the message
   */
  byte[] checked(byte[] bytes, String place) {
    if (bytes.length != size) {
      throw refused(place, "it has " + bytes.length + " bytes, wanted are " + size);
    }
    var found = HexFormat.of().formatHex(digest().digest(bytes));
    if (!found.equals(sha256)) {
      throw refused(place, "its SHA-256 is " + found + ", wanted is " + sha256);
    }
    return bytes;
  }

  ModelUnavailableException missing(String place) {
    return refused(place, "it is not there, wanted are " + size + " bytes, SHA-256 " + sha256);
  }

  private ModelUnavailableException refused(String place, String finding) {
    return new ModelUnavailableException(
        "Model file %s in %s: %s. To fix: unpack %s again from the release into %s and restart."
            .formatted(name, place, finding, name, place));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

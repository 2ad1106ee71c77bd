package dev.hotdesk.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A static file, ready to be sent.
 *
 * @param type its media type
 * @param tag the same as long as the content is
 * @param plain the content
 * @param zipped the content under gzip
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Page(String type, String tag, byte[] plain, byte[] zipped) {

  static Page of(byte[] content, @Nullable String type) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(content);
    }
    return new Page(
        type == null ? "application/octet-stream" : isText(type) ? type + ";charset=utf-8" : type,
        tag(content),
        content,
        zipped.toByteArray());
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || type.endsWith("javascript") || type.endsWith("json");
  }

  /** Weak, as the gzip form is told apart by Vary and not by its tag. */
  private static String tag(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

package dev.hotdesk.drop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;

/**
 * How a file looks from outside: while this stays the same, so do its bytes.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param key which file it is, as a file renamed over another is another; and when anything about
 *     it last changed, which nobody can set back
 * @param promised the hash in the {@code .sha256} file beside it, or empty
 */
record Fingerprint(long size, Instant modified, String key, String promised) {

  /** How the file looks now. */
  static Fingerprint of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Fingerprint(
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        attributes.fileKey() + changed(file),
        promised(file.resolveSibling(file.getFileName() + ".sha256")));
  }

  /** The inode's own time, where the system keeps one. */
  private static String changed(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? " " + Files.getAttribute(file, "unix:ctime")
        : "";
  }

  /** The first word of the file, as {@code sha256sum} writes it. */
  private static String promised(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > 4096) {
        return "";
      }
      var words = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
      return words.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      return "";
    }
  }
}

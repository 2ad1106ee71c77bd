package dev.hotdesk.server.admin;

import dev.hotdesk.server.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Brings uploaded jars into the drop folder: written beside under a name that the runtime ignores,
 * and renamed when they are whole and their hash lies beside.
 */
final class Uploads {

  private static final int BUFFER = 1 << 16;
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Path folder;

  /** For this drop folder. */
  Uploads(Path folder) {
    this.folder = folder;
  }

  /**
   * A jar that was uploaded.
   *
   * @param name how the sender calls it
   * @param path where it lies for now
   * @param sha256 of its bytes
   */
  record Uploaded(String name, Path path, String sha256) {}

  /** Writes what is sent to the disk. Stops when it is longer than the limit. */
  Uploaded receive(String name, InputStream content, long limit) {
    var path = folder.resolve(".upload-" + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(folder);
      forgetAbandoned();
      var digest = MessageDigest.getInstance("SHA-256");
      copy(new DigestInputStream(content, digest), path, name, limit);
      return new Uploaded(name, path, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      forget(path);
      throw new ProblemException(
          409,
          "%s could not be written to the plugin folder %s (%s); wanted a folder that Hotdesk may write to: check its owner, its rights and the space on its disk."
              .formatted(name, folder, e));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    } catch (RuntimeException e) {
      forget(path);
      throw e;
    }
  }

  /** What a killed server left half-written. */
  private void forgetAbandoned() throws IOException {
    var old = Instant.now().minus(ABANDONED);
    try (var files = Files.newDirectoryStream(folder, ".upload-*.part")) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          forget(file);
        }
      }
    } catch (DirectoryIteratorException | NoSuchFileException _) {
      // Somebody else tidies up as well.
    }
  }

  private static void copy(InputStream content, Path to, String name, long limit)
      throws IOException {
    var buffer = new byte[BUFFER];
    long written = 0;
    try (var out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        written += read;
        if (written > limit) {
          throw new ProblemException(
              413, "%s has more than %,d bytes; pack less into it.".formatted(name, limit));
        }
        out.write(buffer, 0, read);
      }
    }
    try (var file = FileChannel.open(to, StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }

  /**
   * Drops jars under these names; all are there before the first counts.
   *
   * @param way how they are to come to serve, as a {@code .rollout} file has it; empty for the
   *     usual
   */
  void drop(List<Uploaded> jars, List<String> names, String way) {
    try {
      for (var i = 0; i < jars.size(); i++) {
        var name = names.get(i);
        ask(name, way, names.stream().filter(it -> !it.equals(name)).toList());
        beside(name + ".sha256", jars.get(i).sha256() + "  " + name + "\n");
      }
      for (var i = 0; i < jars.size(); i++) {
        Files.move(
            jars.get(i).path(),
            folder.resolve(names.get(i)),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      jars.forEach(jar -> forget(jar.path()));
      throw new ProblemException(
          409, "The plugin folder %s cannot be written to: %s.".formatted(folder, e));
    }
  }

  /** Says how it is to come to serve, and with whom; or leaves no word of one before. */
  private void ask(String name, String way, List<String> partners) throws IOException {
    var lines =
        (way.isEmpty() ? "" : way + "\n")
            + (partners.isEmpty() ? "" : "with " + String.join(" ", partners) + "\n");
    if (lines.isEmpty()) {
      Files.deleteIfExists(folder.resolve(name + ".rollout"));
    } else {
      beside(name + ".rollout", lines);
    }
  }

  private void beside(String name, String content) throws IOException {
    var unfinished = folder.resolve("." + name + ".tmp");
    Files.writeString(unfinished, content);
    Files.move(
        unfinished,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes what was uploaded; nobody else would. */
  static void forget(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // It is ignored by the runtime, and overwritten by nobody.
    }
  }
}

package dev.hotdesk.drop;

import dev.hotdesk.rollout.CrashPoints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private place from which plugins run: each jar under the hash of its bytes, so nobody can
 * rewrite a jar under a running plugin.
 */
public final class JarStore {

  private static final Logger LOG = LoggerFactory.getLogger(JarStore.class);

  private final Path folder;

  /** Keeps jars in this folder, which nobody else writes to; makes it if need be. */
  public JarStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Copies a file in, whole and on the disk, unless it is here already: whoever chats shares the
   * disk. Stops when it is longer than the limit.
   */
  Stored take(Path file, long limit) throws IOException {
    var sha256 = read(file, limit, _ -> {});
    var known = find(sha256);
    if (known.isPresent() && read(known.get(), limit, _ -> {}).equals(sha256)) {
      return new Stored(known.get(), sha256);
    }
    var unfinished = Files.createTempFile(folder, "copy-", ".tmp");
    try {
      var copied = copy(file, unfinished, limit);
      var place = folder.resolve(copied + ".jar");
      CrashPoints.pass("copied");
      Files.move(
          unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      flush(folder);
      CrashPoints.pass("stored");
      return new Stored(place, copied);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Makes a new name in a folder outlast a power cut, where the system lets us. */
  private static void flush(Path folder) {
    try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException e) {
      LOG.debug("Cannot flush {}: {}", folder, e.toString());
    }
  }

  private static String copy(Path from, Path to, long limit) throws IOException {
    try (var out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      var sha256 =
          read(
              from,
              limit,
              bytes -> {
                CrashPoints.pass("copying");
                while (bytes.hasRemaining()) {
                  out.write(bytes);
                }
              });
      CrashPoints.pass("syncing");
      out.force(true);
      return sha256;
    }
  }

  /** Takes the next bytes of a file. */
  private interface Sink {
    void take(ByteBuffer bytes) throws IOException;
  }

  /** The hash of a file's bytes, each of which the sink has had. */
  private static String read(Path file, long limit, Sink sink) throws IOException {
    var digest = sha256();
    var buffer = ByteBuffer.allocate(1 << 16);
    try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
      long read = 0;
      while (in.read(buffer) >= 0) {
        buffer.flip();
        read += buffer.remaining();
        if (read > limit) {
          throw new IOException("it grew beyond " + limit + " bytes while it was read");
        }
        digest.update(buffer.duplicate());
        sink.take(buffer);
        buffer.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The jar with these bytes, if it is here. */
  Optional<Path> find(String sha256) {
    var place = folder.resolve(sha256 + ".jar");
    return sha256.matches("[0-9a-f]{64}") && Files.isRegularFile(place)
        ? Optional.of(place)
        : Optional.empty();
  }

  /** Throws away all jars but those with these hashes. */
  public void keepOnly(Set<String> sha256s) {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (!name.endsWith(".jar") || !sha256s.contains(name.substring(0, name.length() - 4))) {
          CrashPoints.pass("tidying");
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("Old jars in {} could not be removed: {}", folder, e.toString());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /**
   * A jar in the store.
   *
   * @param path where it lies
   * @param sha256 of its bytes
   */
  record Stored(Path path, String sha256) {}
}

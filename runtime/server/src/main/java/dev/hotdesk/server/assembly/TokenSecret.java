package dev.hotdesk.server.assembly;

import dev.hotdesk.server.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;

/** The secret that signs customers' tokens: the admin's, or one made up once and kept. */
final class TokenSecret {

  /** Two who come first at once would each make one, and the tokens of one of them be worthless. */
  private static final ReentrantLock MAKING = new ReentrantLock();

  private TokenSecret() {}

  /** Of several servers, all use the one that the first of them has put into the database. */
  static byte[] of(Settings settings, Cluster cluster) {
    return settings
        .tokenSecret()
        .orElseGet(
            () ->
                cluster.secret(
                    "token", kept(settings.data().resolve("security").resolve("token.secret"))))
        .getBytes(StandardCharsets.UTF_8);
  }

  static String kept(Path file) {
    MAKING.lock();
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The token secret cannot be kept in " + file + ": " + e, e);
    } finally {
      MAKING.unlock();
    }
  }

  /** Whole or not at all, and for nobody else's eyes from the first moment. */
  private static void make(Path file) throws IOException {
    var bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    Files.createDirectories(file.getParent());
    var draft =
        Files.createTempFile(
            file.getParent(),
            "token",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Base64.getEncoder().encodeToString(bytes));
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      Files.delete(draft);
    }
  }
}

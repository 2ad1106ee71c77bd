package dev.hotdesk.server.attachment;

import dev.hotdesk.api.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is sent into a folder, and looks at it there. */
final class Reception {

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final int BUFFER = 1 << 16;
  private static final int MOST_NAME = 120;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final AttachmentLimits limits;

  Reception(Path folder, AttachmentLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** A file that may be attached. Closing deletes what was not moved elsewhere. */
  record Received(Attachment attachment, String sha256, Path file, Optional<Path> thumbnail)
      implements AutoCloseable {

    /** The key of its bytes: two files are never under one, so that each can be swept alone. */
    String blob() {
      return sha256 + "-" + attachment.id();
    }

    String thumbnailBlob() {
      return thumbnail.isPresent() ? blob() + "-small" : "";
    }

    @Override
    public void close() {
      forget(file);
      thumbnail.ifPresent(Reception::forget);
    }
  }

  Received receive(String sent, String declared, InputStream bytes) throws IOException {
    Files.createDirectories(folder);
    var name = name(sent);
    var id = id();
    var file = folder.resolve(id + ".part");
    var small = folder.resolve(id + "-small.part");
    try {
      var digest = sha256();
      var size = copy(new DigestInputStream(bytes, digest), file, name);
      var type = FileKinds.look(file, name, declared);
      if (!limits.types().contains(type)) {
        throw new RefusedFileException(
            415,
            "attachment_type",
            "%s is %s, which is not taken here (hotdesk.attachments.types).".formatted(name, type));
      }
      var picture = Pictures.read(file, name, type, limits.pixels());
      if (picture.isPresent()) {
        ImageIO.write(picture.get().thumbnail(), "jpeg", small.toFile());
      }
      return new Received(
          new Attachment(
              id,
              name,
              type,
              size,
              picture.map(Pictures.Picture::width).orElse(0),
              picture.map(Pictures.Picture::height).orElse(0)),
          HexFormat.of().formatHex(digest.digest()),
          file,
          picture.map(_ -> small));
    } catch (IOException | RuntimeException | Error e) {
      forget(file);
      forget(small);
      throw e;
    }
  }

  /** Forgets what a killed server left half-written before a time. */
  void sweep(Instant before) {
    try (var files = Files.newDirectoryStream(folder, "*.part")) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          forget(file);
        }
      }
    } catch (NoSuchFileException | DirectoryIteratorException _) {
      // Nothing was ever uploaded, or another server tidies up as well.
    } catch (IOException e) {
      LOG.warn("Half-written uploads in {} are still there: {}", folder, e.toString());
    }
  }

  private long copy(InputStream content, Path to, String name) throws IOException {
    var buffer = new byte[BUFFER];
    long written = 0;
    try (var out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        written += read;
        if (written > limits.bytes()) {
          throw new RefusedFileException(
              413,
              "attachment_size",
              "%s has more than %,d bytes (hotdesk.attachments.size)."
                  .formatted(name, limits.bytes()));
        }
        out.write(buffer, 0, read);
      }
    }
    if (written == 0) {
      throw new RefusedFileException(400, "attachment", name + " is empty; send its bytes.");
    }
    return written;
  }

  /** Without a path, control characters, and what turns the direction of reading around. */
  private static String name(String sent) {
    var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "").strip();
    var cut =
        plain.codePointCount(0, plain.length()) > MOST_NAME
            ? plain.substring(plain.offsetByCodePoints(plain.length(), -MOST_NAME))
            : plain;
    return cut.isEmpty() || cut.startsWith(".") ? "file" + cut : cut;
  }

  private static String id() {
    var bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    // Letters, digits and dashes: it is a file's name, and part of an address.
    return "a" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('_', '-');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // The sweep finds it.
    }
  }
}

package dev.hotdesk.bench.site;

import dev.hotdesk.bench.client.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A jar and its place in the plugin folder.
 *
 * @param jar where it comes from
 * @param folder where it is dropped
 * @param version the plugin's version
 */
public record Drop(Path jar, Path folder, String version) {

  private static final long LOOK_MILLIS = 5;

  /** The id of the plugin: the name of the file up to its version. */
  String plugin() {
    var name = jar.getFileName().toString();
    return name.substring(0, name.length() - version.length() - ".jar".length() - 1);
  }

  /** Copies the jar into the plugin folder, plainly as {@code cp} does. */
  public void copy() throws IOException {
    Files.copy(jar, file(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** As a careful deployer does: the hash first, then the whole file under its name at once. */
  public void deliver() throws IOException {
    deliver(Files.readAllBytes(jar));
  }

  /** Delivers these bytes instead, under the same name. */
  void deliver(byte[] bytes) throws IOException {
    Files.writeString(promise(), sha256(bytes), StandardCharsets.US_ASCII);
    var part = folder.resolve("." + jar.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes the jar out of the plugin folder, and its hash. */
  public void withdraw() throws IOException {
    Files.deleteIfExists(file());
    Files.deleteIfExists(promise());
  }

  private Path promise() {
    return folder.resolve(jar.getFileName() + ".sha256");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the jar out of the plugin folder. */
  public void remove() throws IOException {
    Files.delete(file());
  }

  /** The jar in the plugin folder. */
  public Path file() {
    return folder.resolve(jar.getFileName().toString());
  }

  /** What the file beside the jar says; empty if it is not there. */
  public Frame status() {
    var note = folder.resolve(jar.getFileName() + ".status.json");
    try {
      return Frame.parse(Files.readString(note));
    } catch (IOException e) {
      return Frame.body();
    }
  }

  /** Waits until this version serves, of several that come under the same name. */
  void awaitLive(String wanted, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (var status = status();
        !(status.text("state").equals("LIVE") && status.text("version").equals(wanted));
        status = status()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s %s is not LIVE after %s: %s".formatted(file(), wanted, patience, status));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Waits until the plugin serves. */
  public void awaitLive(Duration patience) throws InterruptedException {
    awaitState("LIVE", patience);
  }

  /** Waits until the file beside the jar tells of this state. */
  public void awaitState(String state, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!status().text("state").equals(state)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s is not %s after %s: %s".formatted(file(), state, patience, status()));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}

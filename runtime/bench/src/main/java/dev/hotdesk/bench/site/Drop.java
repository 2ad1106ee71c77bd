package dev.hotdesk.bench.site;

import dev.hotdesk.bench.client.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

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

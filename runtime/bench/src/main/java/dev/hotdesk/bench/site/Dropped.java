package dev.hotdesk.bench.site;

import dev.hotdesk.bench.client.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file in the plugin folder of which nothing good is expected.
 *
 * @param file where it lies
 */
public record Dropped(Path file) {

  private static final long LOOK_MILLIS = 20;

  /** Writes it there, plainly. */
  public static Dropped into(Path folder, String name, byte[] bytes) throws IOException {
    return new Dropped(Files.write(folder.resolve(name), bytes));
  }

  /** Waits until it is refused with a reason; gives whether it was. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      var told = status();
      if (told.text("state").equals("REJECTED")) {
        return !told.text("reason").isBlank();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return false;
  }

  /** What the note beside it says. */
  public String told() {
    return file.getFileName() + ": " + status();
  }

  private Frame status() {
    try {
      return Frame.parse(Files.readString(note()));
    } catch (IOException e) {
      return Frame.body();
    }
  }

  private Path note() {
    return file.resolveSibling(file.getFileName() + ".status.json");
  }

  /** Takes it and what was written beside it out of the folder. */
  public void remove() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".sha256"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.hotdesk.bench;

import dev.hotdesk.bench.site.Drop;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who copies a sound jar into the plugin folder over a very thin line. */
final class SlowCopy {

  private static final int BYTES_PER_SECOND = 1024;

  private final Drop drop;
  private final List<String> surprises = new CopyOnWriteArrayList<>();
  private final Thread thread;

  private SlowCopy(Drop drop) {
    this.drop = drop;
    this.thread = Thread.ofVirtual().name("slow-copy").start(this::copy);
  }

  /** Begins at once. */
  static SlowCopy of(Drop drop) {
    return new SlowCopy(drop);
  }

  private void copy() {
    try (var out = Files.newOutputStream(drop.file())) {
      var bytes = Files.readAllBytes(drop.jar());
      for (int from = 0; from < bytes.length; from += BYTES_PER_SECOND) {
        note();
        out.write(bytes, from, Math.min(BYTES_PER_SECOND, bytes.length - from));
        Thread.sleep(1000);
      }
    } catch (IOException | InterruptedException e) {
      surprises.add("The copy ended with " + e);
    }
  }

  /** While it is not whole, nothing may be known of it but that it comes. */
  private void note() {
    var state = drop.status().text("state");
    if (!state.isEmpty() && !state.equals("LOADING")) {
      surprises.add("half a jar was " + drop.status());
    }
  }

  /** Waits until the jar is whole and serves, takes it out, and gives what was wrong until then. */
  List<String> end(Duration patience) throws IOException, InterruptedException {
    thread.join();
    try {
      drop.awaitLive(patience);
    } catch (IllegalStateException e) {
      surprises.add(String.valueOf(e.getMessage()));
    }
    drop.remove();
    return List.copyOf(surprises);
  }
}

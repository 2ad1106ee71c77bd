package dev.hotdesk.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An agent with a model of its own, a channel and an ERP connector, which come in one new version
 * after the other: each is loaded, serves, stands by for one round, and has to go. Used by one
 * thread.
 */
public final class Renewal {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Drop> shipped;
  private final Path folder;
  private int done;

  Renewal(List<Drop> shipped, Path folder) {
    this.shipped = List.copyOf(shipped);
    this.folder = folder;
  }

  /** How many plugins take turns. */
  public int plugins() {
    return shipped.size();
  }

  /** Brings a version of the next plugin that nobody has seen, and waits until it serves. */
  public void next() throws IOException, InterruptedException {
    var old = shipped.get(done % shipped.size());
    int round = done / shipped.size();
    var version = "1.1." + round;
    var jar = Variant.of(old.jar(), version, folder);
    try {
      var drop = at(old, round);
      drop.deliver(Files.readAllBytes(jar));
      drop.awaitLive(version, PATIENCE);
      at(old, round + 1).withdraw();
    } finally {
      Files.delete(jar);
    }
    done++;
  }

  /** Two names in turn, so that a file never lies beside the hash of another. */
  private static Drop at(Drop shipped, int round) {
    var name = shipped.plugin() + (round % 2 == 0 ? "-even.jar" : "-odd.jar");
    return new Drop(shipped.jar().resolveSibling(name), shipped.folder(), shipped.version());
  }
}

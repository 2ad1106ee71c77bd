package dev.hotdesk.bench.site;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An agent with a model of its own, a channel and an ERP connector that are upgraded and taken back
 * in turn. Used by one thread.
 */
public final class Rotation {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * A plugin between two versions.
   *
   * @param id of the plugin
   * @param shipped the jar that always lies in the folder
   * @param newer the jar that comes and goes
   */
  private record Pair(String id, Drop shipped, Drop newer) {}

  private final List<Pair> pairs;
  private int turn;

  Rotation(List<Drop> shipped, List<Drop> newer) {
    this.pairs =
        IntStream.range(0, shipped.size())
            .mapToObj(i -> new Pair(shipped.get(i).plugin(), shipped.get(i), newer.get(i)))
            .toList();
  }

  /** How many changes bring all plugins back to where they began. */
  public int cycle() {
    return 2 * pairs.size();
  }

  /** Whether a jar is to come in next, and none to go. */
  public boolean isUp() {
    return turn / pairs.size() % 2 == 0;
  }

  /** Changes the next plugin to its other version and waits until that serves; gives its id. */
  public String next() throws IOException, InterruptedException {
    var pair = pairs.get(turn % pairs.size());
    if (isUp()) {
      pair.newer.deliver();
      pair.newer.awaitLive(PATIENCE);
    } else {
      pair.newer.withdraw();
      pair.shipped.awaitLive(PATIENCE);
    }
    turn++;
    return pair.id;
  }
}

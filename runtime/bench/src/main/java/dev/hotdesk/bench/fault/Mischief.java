package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.line.Cable;
import dev.hotdesk.bench.site.Fleet;
import dev.hotdesk.bench.site.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** What goes wrong between two kills of nodes. Each leaves everything running when it returns. */
public enum Mischief {
  /** Lines to customers and operators break in the middle of a frame. */
  TEAR(
      (fleet, tally) -> {
        fleet.nodes().forEach(node -> tally.cuts(node.front().cutMidFrame()));
        Thread.sleep(500);
      }),
  /** One node cannot reach the database for a while. */
  DATABASE_CUT(lines(Mischief::any, Node::database, Cable::down, 500, 4_000)),
  /** Redis is asked to forget everything. */
  REDIS_FLUSHED(
      (fleet, tally) -> {
        fleet.redis().flush();
        tally.restarts(1);
      }),
  /** Connections to the database break while statements are on their way. */
  DATABASE_TEAR(
      (fleet, tally) -> {
        tally.cuts(any(fleet).getFirst().database().cutMidFrame());
        Thread.sleep(500);
      }),
  /** Everything that customers and operators say and hear comes late. */
  SLOW(
      (fleet, tally) -> {
        var node = any(fleet).getFirst();
        node.front().slow(400);
        node.redis().slow(100);
        Thread.sleep(3_000);
        node.front().mend();
        node.redis().mend();
      }),
  /** Redis is killed, and comes back empty after a while. */
  REDIS_KILLED(
      (fleet, tally) -> {
        fleet.redis().kill();
        pause(500, 3_000);
        fleet.redis().start();
        tally.restarts(1);
      }),
  /** The database stops answering one node, whose connections stay. */
  DATABASE_STALL(lines(Mischief::any, Node::database, Cable::stall, 20_000, 24_000)),
  /** All clocks jump while the nodes run, forward or back. */
  CLOCKS_JUMP(
      (fleet, tally) -> {
        for (var node : fleet.nodes()) {
          fleet.skew(node, Duration.ofSeconds(ThreadLocalRandom.current().nextLong(-120, 121)));
        }
        pause(1_000, 3_000);
      }),
  /** The database is killed, and recovers after a while. */
  DATABASE_KILLED(
      (fleet, tally) -> {
        fleet.postgres().kill();
        pause(0, 6_000);
        fleet.postgres().start();
        tally.restarts(1);
      }),
  /** One node cannot reach Redis for a while. */
  REDIS_CUT(lines(Mischief::any, Node::redis, Cable::down, 500, 4_000)),
  /** Redis stops answering all nodes, whose connections stay. */
  REDIS_STALL(lines(Fleet::nodes, Node::redis, Cable::stall, 3_000, 12_000)),
  /** The database is restarted by its administrator. */
  DATABASE_RESTARTED(
      (fleet, tally) -> {
        fleet.postgres().stop();
        fleet.postgres().start();
        tally.restarts(1);
      }),
  /** The database stops answering all nodes, whose connections stay. */
  DATABASE_FROZEN(lines(Fleet::nodes, Node::database, Cable::stall, 20_000, 24_000));

  private final Harm harm;

  Mischief(Harm harm) {
    this.harm = harm;
  }

  /** Counts what was done. */
  public interface Tally {
    /** So many lines were cut. */
    void cuts(int many);

    /** So many engines were restarted, or forgot all. */
    void restarts(int many);
  }

  /** What is done to a running fleet. */
  private interface Harm {
    void to(Fleet fleet, Tally tally) throws IOException, InterruptedException;
  }

  /** Something is done to lines of these nodes, and mended after a while. */
  private static Harm lines(
      Function<Fleet, List<Node>> whose,
      Function<Node, Cable> which,
      Consumer<Cable> harm,
      long leastMillis,
      long mostMillis) {
    return (fleet, tally) -> {
      var lines = whose.apply(fleet).stream().map(which).toList();
      lines.forEach(harm);
      pause(leastMillis, mostMillis);
      lines.forEach(Cable::mend);
      tally.cuts(lines.size());
    };
  }

  private static void pause(long leastMillis, long mostMillis) throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextLong(leastMillis, mostMillis));
  }

  /** The one whose turn it is. */
  public static Mischief at(int turn) {
    return values()[Math.floorMod(turn, values().length)];
  }

  /** Does it, and counts it. */
  public void to(Fleet fleet, Tally tally) throws IOException, InterruptedException {
    harm.to(fleet, tally);
  }

  private static List<Node> any(Fleet fleet) {
    var nodes = fleet.nodes();
    return List.of(nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())));
  }
}

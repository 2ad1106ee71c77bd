package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.site.Fleet;
import dev.hotdesk.bench.site.Node;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** What goes wrong between two kills of nodes. Each leaves everything running when it returns. */
public enum Mischief {
  /** Lines to customers and operators break in the middle of a frame. */
  TEAR {
    @Override
    void happen(Fleet fleet, Tally tally) throws InterruptedException {
      for (var node : fleet.nodes()) {
        tally.cuts(node.front().cutMidFrame());
      }
      Thread.sleep(500);
    }
  },
  /** One node cannot reach the database for a while. */
  DATABASE_CUT {
    @Override
    void happen(Fleet fleet, Tally tally) throws InterruptedException {
      var node = any(fleet);
      node.database().down();
      Thread.sleep(ThreadLocalRandom.current().nextLong(500, 4_000));
      node.database().mend();
      tally.cuts(1);
    }
  },
  /** Connections to the database break while statements are on their way. */
  DATABASE_TEAR {
    @Override
    void happen(Fleet fleet, Tally tally) throws InterruptedException {
      tally.cuts(any(fleet).database().cutMidFrame());
      Thread.sleep(500);
    }
  },
  /** Everything that customers and operators say and hear comes late. */
  SLOW {
    @Override
    void happen(Fleet fleet, Tally tally) throws InterruptedException {
      var node = any(fleet);
      node.front().slow(400);
      node.redis().slow(100);
      Thread.sleep(3_000);
      node.front().mend();
      node.redis().mend();
    }
  },
  /** Redis is killed, and comes back empty. */
  REDIS_KILLED {
    @Override
    void happen(Fleet fleet, Tally tally) throws IOException, InterruptedException {
      fleet.redis().kill();
      Thread.sleep(ThreadLocalRandom.current().nextLong(500, 3_000));
      fleet.redis().start();
      tally.restarts(1);
    }
  },
  /** The database stops answering one node, whose connections stay. */
  DATABASE_STALL {
    @Override
    void happen(Fleet fleet, Tally tally) throws InterruptedException {
      var node = any(fleet);
      node.database().stall();
      Thread.sleep(3_000);
      node.database().mend();
      tally.cuts(1);
    }
  },
  /** One node cannot reach Redis for a while. */
  REDIS_CUT {
    @Override
    void happen(Fleet fleet, Tally tally) throws InterruptedException {
      var node = any(fleet);
      node.redis().down();
      Thread.sleep(ThreadLocalRandom.current().nextLong(500, 4_000));
      node.redis().mend();
      tally.cuts(1);
    }
  },
  /** The database is killed and recovers. */
  DATABASE_KILLED {
    @Override
    void happen(Fleet fleet, Tally tally) throws IOException {
      fleet.postgres().kill();
      fleet.postgres().start();
      tally.restarts(1);
    }
  },
  /** The database is restarted by its administrator. */
  DATABASE_RESTARTED {
    @Override
    void happen(Fleet fleet, Tally tally) throws IOException {
      fleet.postgres().stop();
      fleet.postgres().start();
      tally.restarts(1);
    }
  };

  /** Counts what was done. */
  public interface Tally {
    /** So many lines were cut. */
    void cuts(int many);

    /** So many engines were restarted. */
    void restarts(int many);
  }

  /** Does it, and counts it. */
  abstract void happen(Fleet fleet, Tally tally) throws IOException, InterruptedException;

  /** The one whose turn it is. */
  public static Mischief at(int turn) {
    return values()[Math.floorMod(turn, values().length)];
  }

  /** Does it, and counts it. */
  public void to(Fleet fleet, Tally tally) throws IOException, InterruptedException {
    happen(fleet, tally);
  }

  private static Node any(Fleet fleet) {
    var nodes = fleet.nodes();
    return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
  }
}

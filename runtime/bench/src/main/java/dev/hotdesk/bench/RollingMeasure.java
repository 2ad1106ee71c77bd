package dev.hotdesk.bench;

import dev.hotdesk.bench.fault.Audit;
import dev.hotdesk.bench.fault.Floor;
import dev.hotdesk.bench.fault.Throng;
import dev.hotdesk.bench.site.Fleet;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Whether anybody notices that the nodes are restarted one by one, into a release with a new
 * schema.
 */
final class RollingMeasure implements Measure {

  private static final double MOST_SECONDS = 5;

  @Override
  public String summary() {
    return "nodes restarted one by one under chat, into a release with one more step of the schema"
        + " [--nodes 2] [--customers 40] [--rate 10] [--rounds 1]";
  }

  @Override
  public void run(Options options, Report report)
      throws IOException, InterruptedException, SQLException {
    try (var fleet = Fleet.open(options.number("nodes", 2))) {
      for (var node : fleet.nodes()) {
        report.progress(node.name() + " ready in " + node.start().toMillis() + " ms");
      }
      int size = options.number("customers", 40);
      try (var floor = new Floor(fleet.doors(), List.of("amy", "ben"));
          var throng =
              new Throng(fleet.doors(), fleet.shopOrigin(), size, options.number("rate", 10))) {
        throng.begin();
        floor.begin();
        Thread.sleep(10_000);
        roll(fleet, options.number("rounds", 1), report);
        Thread.sleep(5_000);
        floor.quiet();
        throng.quiet();
        var audit = new Audit(fleet.doors(), fleet.shopOrigin(), fleet.postgres());
        audit.all(throng, floor);
        report.count("reconnects", throng.reconnects());
        report.count("take_overs", floor.takeOvers());
        report.count("acknowledged", audit.findings().promised());
        report.exactly(1, "schema_steps", steps(fleet));
        throng.slow().stream().limit(3).forEach(report::progress);
        report.atMost(MOST_SECONDS, "waited_max", throng.longestWait().toMillis() / 1000.0, "s");
        audit.tell(report::none);
        report.none("unacknowledged", throng.unanswered());
      }
    }
  }

  private static void roll(Fleet fleet, int rounds, Report report)
      throws IOException, InterruptedException {
    var next = fleet.nextRelease();
    for (int round = 0; round < rounds; round++) {
      for (var node : fleet.nodes()) {
        node.stop();
        var took = node.launch(next::instead).start();
        report.progress(node.name() + " is of the next release, after " + took.toMillis() + " ms");
        Thread.sleep(5_000);
      }
    }
  }

  /** How many steps of the schema came with the next release. */
  private static long steps(Fleet fleet) throws SQLException {
    try (var connection = fleet.postgres().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from next_release")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

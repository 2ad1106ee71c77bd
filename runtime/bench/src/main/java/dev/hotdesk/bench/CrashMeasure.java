package dev.hotdesk.bench;

import java.io.IOException;
import java.util.ArrayList;

/** Whether the runtime comes back when it is killed at a named place on the way of a version. */
final class CrashMeasure implements Measure {

  @Override
  public String summary() {
    return "kills at named places of upgrades, canaries and removals, on a bare host and on the"
        + " started server [--points 50] [--server 6] [--customers 20]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int wanted = options.number("points", 50);
    int server = Math.min(wanted, options.number("server", 6));
    var stuck = new ArrayList<String>();
    int points = BareCrashes.run(wanted - server, stuck, report);
    if (server > 0) {
      points += ServerCrashes.run(server, options.number("customers", 20), stuck, report);
    }
    report.atLeast(wanted, "points", points);
    report.count("converged", (long) points - stuck.size());
    report.none("stuck", stuck);
  }
}

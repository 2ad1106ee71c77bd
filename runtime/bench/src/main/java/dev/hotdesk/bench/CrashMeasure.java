package dev.hotdesk.bench;

import dev.hotdesk.bench.crash.BareCrash;
import dev.hotdesk.bench.crash.BareCrash.Fate;
import dev.hotdesk.bench.crash.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the runtime comes back when it is killed at a named place on the way of a version. */
final class CrashMeasure implements Measure {

  private static final List<String> PLACES =
      List.of(
          "copying",
          "syncing",
          "copied",
          "stored",
          "verifying",
          "noting",
          "noted",
          "tidying",
          "loading",
          "probed",
          "training",
          "trained",
          "saving",
          "saved",
          "switching",
          "switched",
          "drained",
          "advancing",
          "promoting",
          "rolling-back",
          "going-back",
          "withdrawing",
          "withdrawn");
  private static final int OCCURRENCES = 4;

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
    int points = bare(wanted - server, stuck, report);
    if (server > 0) {
      points += ServerCrashes.run(server, options.number("customers", 20), stuck, report);
    }
    report.atLeast(wanted, "points", points);
    report.count("converged", (long) points - stuck.size());
    report.none("stuck", stuck);
  }

  /** The first time by each place in each scenario, then the second, until there are enough. */
  private static int bare(int wanted, List<String> stuck, Report report)
      throws IOException, InterruptedException {
    var left = new ArrayList<BareCrash>();
    for (var place : PLACES) {
      for (var scenario : Scenario.values()) {
        left.add(new BareCrash(scenario, place, 1));
      }
    }
    int points = 0;
    while (!left.isEmpty() && points < wanted) {
      var crash = left.removeFirst();
      var fate = crash.run();
      report.progress(crash + " " + fate);
      if (fate != Fate.NOT_PASSED) {
        points++;
        if (crash.time() < OCCURRENCES) {
          left.add(new BareCrash(crash.scenario(), crash.place(), crash.time() + 1));
        }
      }
      if (fate == Fate.STUCK) {
        stuck.add(crash.toString());
      }
    }
    report.count("bare_points", points);
    return points;
  }
}

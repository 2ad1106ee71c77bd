package dev.hotdesk.bench;

import static java.util.Comparator.comparingInt;

import dev.hotdesk.bench.crash.BareCrash;
import dev.hotdesk.bench.crash.BareCrash.Fate;
import dev.hotdesk.bench.crash.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** Kills of a bare host at each named place, in whatever scenario comes by it. */
final class BareCrashes {

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

  private final int wanted;
  private final List<String> stuck;
  private final Report report;
  private final List<String> missed = new ArrayList<>();
  private final Queue<BareCrash> later =
      new PriorityQueue<>(
          comparingInt(BareCrash::time)
              .thenComparing(BareCrash::scenario)
              .thenComparingInt(crash -> PLACES.indexOf(crash.place())));
  private int points;

  private BareCrashes(int wanted, List<String> stuck, Report report) {
    this.wanted = wanted;
    this.stuck = stuck;
    this.report = report;
  }

  /**
   * Each place once, then the other scenarios that come by it, then the second time and so on,
   * until there are enough; gives how many there were.
   */
  static int run(int wanted, List<String> stuck, Report report)
      throws IOException, InterruptedException {
    var crashes = new BareCrashes(wanted, stuck, report);
    for (var place : PLACES) {
      crashes.once(place);
    }
    while (!crashes.later.isEmpty() && crashes.points < wanted) {
      crashes.isPassed(crashes.later.remove());
    }
    report.count("bare_points", crashes.points);
    if (wanted >= PLACES.size()) {
      report.none("places_missed", crashes.missed);
    }
    return crashes.points;
  }

  private void once(String place) throws IOException, InterruptedException {
    boolean isReached = false;
    for (var scenario : Scenario.values()) {
      var crash = new BareCrash(scenario, place, 1);
      if (isReached || points >= wanted) {
        later.add(crash);
      } else {
        isReached = isPassed(crash);
      }
    }
    if (!isReached) {
      missed.add(place);
    }
  }

  private boolean isPassed(BareCrash crash) throws IOException, InterruptedException {
    var fate = crash.run();
    report.progress(crash + " " + fate);
    if (fate == Fate.NOT_PASSED) {
      return false;
    }
    points++;
    if (fate == Fate.STUCK) {
      stuck.add(crash.toString());
    }
    if (crash.time() < OCCURRENCES) {
      later.add(new BareCrash(crash.scenario(), crash.place(), crash.time() + 1));
    }
    return true;
  }
}

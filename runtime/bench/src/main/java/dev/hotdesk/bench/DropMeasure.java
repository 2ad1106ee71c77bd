package dev.hotdesk.bench;

import dev.hotdesk.bench.Probes.Probe;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How soon a better plugin serves, and whether customers notice anything but better answers. */
final class DropMeasure implements Measure {

  private static final double PROMISED_MILLIS = 3_000;

  @Override
  public String summary() {
    return "copy to LIVE and to the first new answer while customers chat"
        + " [--times 5] [--customers 40] [--rate 10]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    var live = new Timings();
    var answered = new Timings();
    var late = new ArrayList<String>();
    int times = options.number("times", 5);
    try (var site = Site.open()) {
      site.start();
      try (var crowd =
              new Crowd(
                  site.web(),
                  site.shopOrigin(),
                  options.number("customers", 40),
                  options.number("rate", 10));
          var probes = new Probes(site)) {
        crowd.begin();
        for (int time = 1; time <= times; time++) {
          var upgrade = site.upgrade(time);
          upgrade(upgrade, probes, live, answered, late);
          report.progress("drop " + time + " of " + times);
          upgrade.remove();
          site.ordersV1().awaitLive(Duration.ofSeconds(30));
        }
        crowd.quiet();
        var findings = crowd.findings();
        report.count("drops", times);
        report.atMost(PROMISED_MILLIS, "live_p95", live.percentile(95), "ms");
        report.value("live_p50", live.percentile(50), "ms");
        report.value("first_new_answer_p50", answered.percentile(50), "ms");
        report.value("first_new_answer_p95", answered.percentile(95), "ms");
        report.none("old_answers_after_live", late);
        report.count("asked_meanwhile", crowd.asked());
        report.times("say_to_answer", crowd.answers());
        crowd.handOvers().forEach((why, many) -> report.progress(many + " × " + why));
        report.none("unanswered", crowd.unanswered());
        report.none("errors", crowd.errors());
        report.atMost(0, "reconnects", crowd.reconnects() + probes.reconnects(), "");
        report.none("lost", findings.lost());
        report.none("duplicated", findings.duplicated());
        report.none("misordered", findings.misordered());
      }
    }
  }

  private static void upgrade(
      Drop upgrade, Probes probes, Timings live, Timings answered, List<String> late)
      throws IOException, InterruptedException {
    probes.begin();
    Thread.sleep(1_000);
    long copied = System.nanoTime();
    upgrade.copy();
    upgrade.awaitLive(Duration.ofSeconds(30));
    long seen = System.nanoTime();
    live.add(seen - copied);
    Thread.sleep(1_500);
    List<Probe> asked = probes.end();
    var fresh = "@" + upgrade.version();
    asked.stream()
        .filter(it -> it.agent().endsWith(fresh))
        .mapToLong(Probe::answered)
        .min()
        .ifPresentOrElse(
            first -> answered.add(first - copied), () -> late.add("no new answer at all"));
    asked.stream()
        .filter(it -> it.begun() > seen && !it.agent().endsWith(fresh))
        .forEach(it -> late.add(it.toString()));
  }
}

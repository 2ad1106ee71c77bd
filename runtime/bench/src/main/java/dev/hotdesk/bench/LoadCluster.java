package dev.hotdesk.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * Customers and operators on several servers, who come back to another server than they were on.
 */
final class LoadCluster implements Measure {

  @Override
  public String summary() {
    return "several servers on one PostgreSQL and one Redis: talk across them, then all resume on"
        + " another one [--nodes 2] [--customers 500] [--operators 8] [--rate 50] [--seconds 15]";
  }

  @Override
  public void run(Options given, Report report) throws IOException, InterruptedException {
    var options = given.or("nodes", "2");
    int customers = options.number("customers", 500);
    int seconds = options.number("seconds", 15);
    try (var load = LoadSite.open(report, options)) {
      load.start();
      LoadChat.gather(load, customers, options.number("operators", 8));
      load.forgetTimes();
      load.begin();
      load.crowd().remark(options.number("rate", 50), Duration.ofSeconds(seconds));
      Thread.sleep(seconds * 500L);
      long begun = System.nanoTime();
      load.crowd().cut(Duration.ofMillis(100));
      load.expect("customers are back", () -> load.crowd().standing().here() == customers);
      report.value("all_back_s", (System.nanoTime() - begun) / 1e9, "s");
      Thread.sleep(seconds * 500L);
      load.expect("answers", () -> LoadChat.isQuiet(load));
      load.calm();
      var trips = load.crowd().ask(() -> load.crowd().tally().trips());
      for (int i = 0; i < load.machines().size(); i++) {
        report.value("rss_mb_of_" + (i + 1), load.machines().get(i).rssBytes() / 1e6, "MB");
      }
      report.count("customers", customers);
      report.value("roundtrip_p50_ms", trips.percentile(50), "ms");
      report.none("operators_faults", load.crowd().faults());
      load.report(load.cpuSeconds() * 1000 / Math.max(1, trips.count()), 0);
    }
  }
}

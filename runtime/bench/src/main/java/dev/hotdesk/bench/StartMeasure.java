package dev.hotdesk.bench;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;

/** How long it takes from the command until Hotdesk is ready for customers. */
final class StartMeasure implements Measure {

  private static final Duration IDLE = Duration.ofSeconds(5);

  @Override
  public String summary() {
    return "command to ready, with a fresh and with a used data folder; idle memory [--rounds 5]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    try (var site = Site.open()) {
      report.value("cold", millis(site.start()), "ms");
      Thread.sleep(IDLE);
      report.value("idle_rss", site.machine().rssBytes() / 1e6, "MB");
      var warm = new Timings();
      for (int round = 1; round <= options.number("rounds", 5); round++) {
        site.stop();
        var took = site.start();
        warm.add(took.toNanos());
        report.progress("round " + round + " took " + took.toMillis() + " ms");
      }
      report.value("warm_p50", warm.percentile(50), "ms");
    }
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}

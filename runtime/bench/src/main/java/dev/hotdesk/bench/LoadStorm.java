package dev.hotdesk.bench;

import java.io.IOException;
import java.time.Duration;

/** All lines break at once, and all customers are back at the same moment, each to resume. */
final class LoadStorm implements Measure {

  /** So that this side has let go of the old lines, as customers' machines have. */
  private static final Duration AWAY = Duration.ofMillis(200);

  @Override
  public String summary() {
    return "all reconnect and resume at once, then each says one thing"
        + " [--customers 10000] [--rate 300 (first arrivals a second)] [--times 1]"
        + " [--warmup 25000]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int customers = options.number("customers", 10_000);
    try (var load = LoadSite.open(report, options.or("warmup", LoadMeasure.REHEARSED))) {
      load.start();
      var coming = Duration.ofMillis(customers * 1000L / options.number("rate", 300));
      load.crowd().arrive(customers, coming, true);
      load.expect("answers", () -> load.crowd().standing().answered() >= customers);
      load.calm();
      load.begin();
      load.forgetTimes();
      double longest = 0;
      for (int i = 0; i < options.number("times", 1); i++) {
        long begun = System.nanoTime();
        load.crowd().cut(AWAY);
        load.expect("customers are back", () -> load.crowd().standing().here() == customers);
        longest = Math.max(longest, (System.nanoTime() - begun) / 1e9);
      }
      double cpu = load.cpuSeconds();
      var welcomes = load.crowd().ask(() -> load.crowd().tally().welcomes());
      load.crowd().speak(Duration.ofSeconds(Math.max(2, customers / 500)));
      load.expect("acknowledgements", () -> load.isAcknowledged());
      load.calm();
      report.count("customers", customers);
      report.value("all_back_s", longest, "s");
      report.value("back_p50_ms", welcomes.percentile(50), "ms");
      report.value("back_p99_ms", welcomes.percentile(99), "ms");
      load.report(cpu * 1000 / customers / options.number("times", 1), 0);
    }
  }
}

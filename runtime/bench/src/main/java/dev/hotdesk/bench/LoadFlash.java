package dev.hotdesk.bench;

import java.io.IOException;
import java.time.Duration;

/** A crowd that comes within seconds, each with something to say. */
final class LoadFlash implements Measure {

  private static final double LEAST_SHARE = 99;
  private static final int IN_TIME_MILLIS = 20_000;

  @Override
  public String summary() {
    return "all come within seconds, from an address each, and say one thing [--customers 10000]"
        + " [--seconds 10] [--addresses (as many as customers)] [--warmup 25000]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int customers = options.number("customers", 10_000);
    try (var load = LoadSite.open(report, options.or("warmup", LoadMeasure.REHEARSED))) {
      load.start();
      load.begin();
      load.crowd().arrive(customers, Duration.ofSeconds(options.number("seconds", 10)), true);
      load.expect("acknowledgements", () -> load.crowd().standing().acknowledged() >= customers);
      double cpu = load.cpuSeconds();
      load.expect("answers", () -> load.crowd().standing().answered() >= customers);
      load.calm();
      var acks = load.crowd().ask(() -> load.crowd().tally().acks());
      double share = 100.0 * acks.within(IN_TIME_MILLIS) / customers;
      report.count("customers", customers);
      report.value("acknowledged_in_time_percent", share, "%");
      report.value("ack_max_ms", acks.longest(), "ms");
      var welcomes = load.crowd().ask(() -> load.crowd().tally().welcomes());
      report.value("welcome_p50_ms", welcomes.percentile(50), "ms");
      report.value("welcome_p99_ms", welcomes.percentile(99), "ms");
      load.report(cpu * 1000 / customers, 0);
      report.promiseLeast("acknowledged_in_time_percent", share, LEAST_SHARE);
    }
  }
}

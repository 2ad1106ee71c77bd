package dev.hotdesk.bench;

import java.io.IOException;
import java.time.Duration;

/** What customers cost who have the chat open and say nothing. */
final class LoadIdle implements Measure {

  private static final double MOST_KB = 28;
  private static final double MOST_MB = 1500;
  private static final int MANY = 10_000;

  @Override
  public String summary() {
    return "open sockets that say nothing [--customers 18000] [--rate 400 (a second)]"
        + " [--seconds 30 (of silence)] [--words 0 (1: each has asked the bot something before)]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int customers = options.number("customers", 18_000);
    try (var load = LoadSite.open(report, options)) {
      load.start();
      double before = load.restingRss();
      double heapBefore = load.heapBytes();
      load.begin();
      var coming = Duration.ofMillis(customers * 1000L / options.number("rate", 400));
      load.crowd().arrive(customers, coming, options.number("words", 0) > 0);
      load.expect("customers are there", () -> load.crowd().standing().here() == customers);
      if (options.number("words", 0) > 0) {
        load.expect("answers", () -> load.crowd().standing().answered() == customers);
      }
      double cpu = load.cpuSeconds();
      Thread.sleep(options.number("seconds", 30) * 1000L);
      double after = load.restingRss();
      report.count("customers", load.crowd().standing().here());
      report.value("idle_cpu_percent", load.idleCpuPercent(Duration.ofSeconds(10)), "%");
      report.value("heap_kb_per_connection", heapGrowth(load, heapBefore, customers), "KB");
      report.value("rss_mb", after, "MB");
      load.report(cpu * 1000 / customers, (after - before) * 1e3 / customers);
      if (customers >= MANY) { // of few, the heap's own breathing is more than they take
        report.promise("kb_per_connection", (after - before) * 1e3 / customers, MOST_KB);
        report.promise("rss_mb", after, MOST_MB);
      }
    }
  }

  private static double heapGrowth(LoadSite load, double before, int customers)
      throws IOException, InterruptedException {
    return (load.heapBytes() - before) / 1e3 / customers;
  }
}

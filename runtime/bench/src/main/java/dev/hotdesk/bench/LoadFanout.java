package dev.hotdesk.bench;

import dev.hotdesk.bench.client.Staff;
import java.io.IOException;
import java.time.Duration;

/** What one customer says is shown on every operator's desk. */
final class LoadFanout implements Measure {

  @Override
  public String summary() {
    return "what changes is shown on all operators' desks [--desks 500] [--customers 4]"
        + " [--rate 4 (remarks a second)] [--seconds 15]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int desks = options.number("desks", 500);
    int customers = options.number("customers", 4);
    int seconds = options.number("seconds", 15);
    try (var load = LoadSite.open(report, options)) {
      load.start();
      LoadChat.gather(load, customers, 1);
      var staff = Staff.login(load.web(), "amy", "amy-demo");
      load.crowd().watch(desks, staff.cookie());
      load.expect("desks are open", () -> load.crowd().seated() == desks + 1);
      load.calm();
      load.forgetTimes();
      long before = load.crowd().cards();
      load.begin();
      load.crowd().remark(options.number("rate", 4), Duration.ofSeconds(seconds));
      Thread.sleep(seconds * 1000L);
      load.expect("answers", () -> LoadChat.isQuiet(load));
      load.calm();
      double cpu = load.cpuSeconds();
      long shown = load.crowd().cards() - before;
      var times = load.crowd().ask(() -> load.crowd().tally().shown());
      report.count("desks", desks);
      report.count("deliveries", shown);
      report.value("deliveries_per_s", shown / (double) seconds, "");
      report.value("shown_p50_ms", times.percentile(50), "ms");
      report.value("shown_p99_ms", times.percentile(99), "ms");
      report.value("server_cpu_s_per_1k_deliveries", cpu * 1000 / Math.max(1, shown), "s");
      report.none("operators_faults", load.crowd().faults());
      load.report(cpu * 1000 / Math.max(1, shown), 0);
    }
  }
}

package dev.hotdesk.bench;

import dev.hotdesk.bench.client.Staff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Customers and operators who talk: each remark is answered at once, and both are stored. */
final class LoadChat implements Measure {

  private static final String PASSWORD = "correct-horse-battery-9";
  private static final double MOST_MILLIS = 100;

  @Override
  public String summary() {
    return "customer, operator, customer [--customers 500] [--operators 20]"
        + " [--rate 200 (round trips a second; or several: 200,400,800)] [--seconds 15 (each)]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int customers = options.number("customers", 500);
    int operators = options.number("operators", 20);
    try (var load = LoadSite.open(report, options)) {
      load.start();
      load.begin();
      gather(load, customers, operators);
      double best = 0;
      var rates = options.numbers("rate", 200);
      for (int rate : rates) {
        if (step(load, report, rate, options.number("seconds", 15), rates.size() > 1)) {
          best = Math.max(best, rate);
        } else if (rates.size() > 1) {
          break;
        }
      }
      report.value("highest_roundtrips_per_s", best, "");
      report.value("highest_durable_messages_per_s", 2 * best, "");
      report.none("operators_faults", load.crowd().faults());
      report.count("desk_changes_shown", load.crowd().cards());
      load.calm();
      load.report(cpuPerThousand, 0);
    }
  }

  private double cpuPerThousand;

  /** Customers and operators come, and each customer is served by one of them. */
  static void gather(LoadSite load, int customers, int operators) throws InterruptedException {
    seat(load, operators);
    load.crowd().arrive(customers, Duration.ofMillis(20L * customers), true);
    load.expect("answers", () -> load.crowd().standing().answered() >= customers);
    load.crowd().take();
    load.expect("customers are served", () -> load.crowd().taken() == customers);
  }

  /** Whether the rate was held. */
  private boolean step(LoadSite load, Report report, int rate, int seconds, boolean named)
      throws IOException, InterruptedException {
    load.crowd().remark(rate, Duration.ofSeconds(3)); // warms up, and fills what was idle
    load.expect("answers", () -> isQuiet(load));
    load.forgetTimes();
    load.begin();
    long begun = System.nanoTime();
    load.crowd().remark(rate, Duration.ofSeconds(seconds));
    Thread.sleep(500);
    load.expect("answers", () -> isQuiet(load));
    double took = (System.nanoTime() - begun) / 1e9;
    var trips = load.crowd().ask(() -> load.crowd().tally().trips());
    var acks = load.crowd().ask(() -> load.crowd().tally().acks());
    cpuPerThousand = load.cpuSeconds() * 1000 / Math.max(1, trips.count());
    var held = trips.percentile(99) < MOST_MILLIS && took < seconds + 2;
    load.progress(
        "%d round trips a second: ack p50 %.1f p99 %.1f, trip p50 %.1f p99 %.1f ms, CPU %.2f s per 1,000, %s"
            .formatted(
                rate,
                acks.percentile(50),
                acks.percentile(99),
                trips.percentile(50),
                trips.percentile(99),
                cpuPerThousand,
                held ? "held" : "not held"));
    if (named) {
      var step = report.within("at_" + rate);
      step.value("ack_p99_ms", acks.percentile(99), "ms");
      step.value("roundtrip_p99_ms", trips.percentile(99), "ms");
      step.value("server_cpu_s_per_1k", cpuPerThousand, "s");
    }
    return held;
  }

  /** Whether every remark is acknowledged and answered. */
  static boolean isQuiet(LoadSite load) {
    var now = load.crowd().standing();
    return now.isPromised() && now.returned() == now.said() - now.customers();
  }

  private static void seat(LoadSite load, int operators) throws InterruptedException {
    var admin = load.admin();
    var all = new ArrayList<Future<Staff>>();
    try (var doors = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < operators; i++) {
        var login = "clerk" + i;
        all.add(
            doors.submit(
                () -> {
                  admin.createAccount(login, "Clerk " + login, PASSWORD, "operator");
                  return Staff.login(load.web(), login, PASSWORD);
                }));
      }
    }
    for (var each : all) {
      try {
        load.crowd().seat(each.get().cookie());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    load.expect("operators are seated", () -> load.crowd().seated() == operators);
  }
}

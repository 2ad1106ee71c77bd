package dev.hotdesk.bench;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Machine;
import dev.hotdesk.bench.site.Renewal;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a server that has loaded version after version of an agent, a channel and a connector
 * still holds on to the former ones, while a customer chats.
 */
final class ReloadMeasure implements Measure {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> AT_HAND =
      Set.of("PROBED", "LIVE", "CANARY", "SHADOW", "STANDBY", "DRAINING");
  private static final double PROMISED_KB = 0.1;
  private static final int PROMISED_THREADS = 10;
  private static final int PROMISED_DESCRIPTORS = 20;

  /**
   * Profiles of the JVM's compiler lie in metaspace too, one for each method that was called 200
   * times: those that are called at every tenth reload get theirs after so many.
   */
  private static final int WARM = 2_000;

  private static final int LOOK = 1_000;

  /** In a shorter run, what is loaded once would be counted as if it were loaded each time. */
  private static final int ENOUGH = 1_000;

  @Override
  public String summary() {
    return "loaders, metaspace, threads and files left after many upgrades [--reloads 5000]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int reloads = options.number("reloads", 5_000);
    try (var site = Site.open()) {
      site.start();
      try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
        measure(site, customer, reloads, report);
        report.none("errors", customer.errors().stream().map(Object::toString).toList());
      }
    }
  }

  private static void measure(Site site, CustomerClient customer, int reloads, Report report)
      throws IOException, InterruptedException {
    var renewal = site.renewal();
    var unanswered = new ArrayList<String>();
    renew(
        renewal,
        customer,
        reloads >= ENOUGH ? WARM : Math.max(12, reloads / 10),
        new Timings(),
        unanswered,
        site,
        report);
    left(site); // it begins as it ends: with none but those that may serve
    var before = Standing.of(site.machine());
    report.progress("begins with " + before);
    var took = new Timings();
    renew(renewal, customer, reloads, took, unanswered, site, report);
    var left = left(site);
    var after = Standing.of(site.machine());
    report.progress("ends with " + after);
    report.count("reloads", reloads);
    report.value("reload_p50", took.percentile(50), "ms");
    report.value("reload_p95", took.percentile(95), "ms");
    report.none("loaders_alive", left);
    double kilobytes = (after.metaspace - before.metaspace) / 1024.0 / reloads;
    report.value("metaspace_growth_kb", (after.metaspace - before.metaspace) / 1024.0, "KB");
    if (reloads >= ENOUGH) {
      report.atMost(PROMISED_KB, "metaspace_kb_per_reload", kilobytes, "KB");
    } else {
      report.value("metaspace_kb_per_reload", kilobytes, "KB");
    }
    report.atMost(PROMISED_THREADS, "threads_delta", (double) after.threads - before.threads, "");
    report.atMost(
        PROMISED_DESCRIPTORS, "fds_delta", (double) after.descriptors - before.descriptors, "");
    report.value("resident_growth", (after.resident - before.resident) / 1e6, "MB");
    report.none("unanswered", unanswered);
  }

  private static void renew(
      Renewal renewal,
      CustomerClient customer,
      int times,
      Timings took,
      List<String> unanswered,
      Site site,
      Report report)
      throws IOException, InterruptedException {
    for (int done = 0; done < times; done++) {
      long begun = System.nanoTime();
      renewal.next();
      took.add(System.nanoTime() - begun);
      if (customer.ask("where is order 20261123-88", PATIENCE).isEmpty()) {
        unanswered.add("after reload " + done);
      }
      if (done % 100 == 99) {
        report.progress("%d of %d, %.0f ms each".formatted(done + 1, times, took.percentile(50)));
      }
      if (done % LOOK == LOOK - 1) {
        report.progress("stands at " + Standing.of(site.machine()));
      }
    }
  }

  /** Loaders beyond those of the generations that may serve; they get time to go. */
  private static List<String> left(Site site) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long left;
    do {
      Thread.sleep(1_000);
      left = site.machine().loaderObjects() - atHand(site.admin());
    } while (left > 0 && System.nanoTime() < end);
    if (left < 0) {
      throw new IllegalStateException("The loaders were not found; looked in the wrong place?");
    }
    return left == 0 ? List.of() : java.util.Collections.nCopies((int) left, "a loader");
  }

  private static long atHand(AdminClient admin) {
    return admin.plugins().stream().filter(it -> AT_HAND.contains(it.state())).count();
  }

  /** What a process holds. */
  private record Standing(long metaspace, long threads, long descriptors, long resident) {

    static Standing of(Machine machine) throws IOException, InterruptedException {
      return new Standing(
          machine.metaspaceBytes(), machine.threads(), machine.descriptors(), machine.rssBytes());
    }
  }
}

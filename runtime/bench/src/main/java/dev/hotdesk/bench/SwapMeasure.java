package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Rotation;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether customers notice that an agent, their channel and the ERP connector are swapped under
 * their conversations, again and again.
 */
final class SwapMeasure implements Measure {

  private static final double PROMISED_SWITCH_MILLIS = 1;
  private static final double PROMISED_ADDED_MILLIS = 5;
  private static final int WARM_CYCLES = 20;
  private static final int MOST_ROUNDS = 10;
  private static final int SWAPS_A_ROUND = 30;

  @Override
  public String summary() {
    return "losses and latency while plugins are swapped under chat"
        + " [--swaps 1000] [--conversations 200] [--sockets 1000] [--rate 20]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int size = options.number("conversations", 200);
    int sockets = Math.max(size, options.number("sockets", 1000));
    try (var site = Site.open()) {
      site.start();
      report.progress(sockets + " customers come, " + size + " of them talk");
      try (var idle = new Crowd(site.web(), site.shopOrigin(), sockets - size, 1);
          var crowd = new Crowd(site.web(), site.shopOrigin(), size, options.number("rate", 20));
          var last = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
        crowd.begin();
        swap(site, crowd, options.number("swaps", 1000), report);
        crowd.quiet();
        last.ask("where is order 20261123-88", Duration.ofSeconds(20));
        tell(idle, crowd, report);
      }
    }
  }

  /**
   * Rounds of swaps, each followed by as long a time without any. Times are medians of the rounds:
   * a pause of the machine belongs to one of them.
   */
  private static void swap(Site site, Crowd crowd, int swaps, Report report)
      throws IOException, InterruptedException {
    var admin = site.admin();
    var rotation = site.rotation();
    for (int i = 0; i < WARM_CYCLES * rotation.cycle(); i++) {
      rotation.next(); // what the JVM compiles for the first time is not what is measured
    }
    var calm = new Timings();
    var swapping = new Timings();
    var added = new ArrayList<Double>();
    var switches = new ArrayList<Double>();
    int rounds = Math.clamp(swaps / SWAPS_A_ROUND, 1, MOST_ROUNDS);
    int done = 0;
    for (int round = 1; round <= rounds; round++) {
      long begun = System.nanoTime();
      var swappingNow = new Timings();
      crowd.acksInto(swappingNow);
      for (; done < (long) swaps * round / rounds; done++) {
        rotation.next();
      }
      long took = System.nanoTime() - begun;
      var calmNow = new Timings();
      crowd.acksInto(calmNow);
      Thread.sleep(Duration.ofNanos(took));
      added.add(swappingNow.percentile(99) - calmNow.percentile(99));
      swapping.addAll(swappingNow);
      calm.addAll(calmNow);
      switches.add(1000 * admin.quantile("hotdesk_plugin_swap_seconds", "0.99"));
      report.progress(
          "%d of %d swaps, which added %.1f ms".formatted(done, swaps, added.getLast()));
    }
    back(rotation);
    report.count("swaps", done);
    report.atMost(PROMISED_SWITCH_MILLIS, "switch_p99_ms", median(switches), "ms");
    report.value("ack_p99_calm_ms", calm.percentile(99), "ms");
    report.value("ack_p99_swapping_ms", swapping.percentile(99), "ms");
    report.atMost(PROMISED_ADDED_MILLIS, "added_p99_ms", Math.max(0, median(added)), "ms");
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static void back(Rotation rotation) throws IOException, InterruptedException {
    while (!rotation.isUp()) {
      rotation.next();
    }
  }

  private static void tell(Crowd idle, Crowd crowd, Report report) throws InterruptedException {
    var findings = crowd.findings();
    var errors = new ArrayList<String>(crowd.errors());
    errors.addAll(idle.errors());
    report.count("asked", crowd.asked());
    report.count("acknowledged", findings.promised());
    report.none("lost", findings.lost());
    report.none("duplicated", findings.duplicated());
    report.none("reordered", findings.misordered());
    report.none("unanswered", crowd.unanswered());
    report.none("handed_over", handOvers(crowd));
    report.none("errors", errors);
    report.atMost(0, "closed_sockets", (double) crowd.reconnects() + idle.reconnects(), "");
  }

  private static List<String> handOvers(Crowd crowd) {
    return crowd.handOvers().entrySet().stream()
        .map(each -> each.getValue() + " × " + each.getKey())
        .toList();
  }
}

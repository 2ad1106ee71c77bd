package dev.hotdesk.bench;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.site.Renewal;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether anything grows while customers chat, lines break and plugins are swapped. */
final class SoakMeasure implements Measure {

  private static final int LOOKS = 20;
  private static final double TRIPS_A_SECOND = 10;

  /** Of what may be there more at the end than at the beginning. */
  private static final Map<String, Double> MOST =
      Map.of(
          "heap_mb",
          20.0,
          "threads",
          8.0,
          "descriptors",
          8.0,
          "lanes",
          2.0,
          "sockets",
          2.0,
          "listeners",
          2.0,
          "ownerless",
          0.5);

  @Override
  public String summary() {
    return "whether heap, threads, descriptors, lanes stay level under chat, reconnects and swaps"
        + " [--minutes 30] [--customers 60]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int minutes = options.number("minutes", 30);
    int customers = options.number("customers", 60);
    try (var load = LoadSite.open(report, options)) {
      load.start();
      LoadChat.gather(load, customers, 4);
      var renewal = load.site().renewal();
      var pause = Duration.ofMinutes(minutes).dividedBy(LOOKS);
      report.progress("warms up");
      for (int i = 0; i < Math.max(2, LOOKS / 4); i++) {
        stir(load, renewal, pause);
      }
      var slopes = new LinkedHashMap<String, Slope>();
      load.begin();
      for (int i = 0; i < LOOKS; i++) {
        stir(load, renewal, pause);
        look(load)
            .forEach((what, value) -> slopes.computeIfAbsent(what, _ -> new Slope()).add(value));
        report.progress("look %d of %d: %s".formatted(i + 1, LOOKS, look(slopes)));
      }
      load.expect("answers", () -> LoadChat.isQuiet(load));
      load.calm();
      slopes.forEach(
          (what, slope) -> {
            report.value(what + "_first", slope.first(), "");
            report.value(what + "_last", slope.last(), "");
            report.atMost(MOST.getOrDefault(what, 0.0), what + "_rise", slope.rise(), "");
          });
      report.none("operators_faults", load.crowd().faults());
      load.report(0, 0);
    }
  }

  private static Map<String, String> look(Map<String, Slope> slopes) {
    var now = new LinkedHashMap<String, String>();
    slopes.forEach((what, slope) -> now.put(what, "%.1f".formatted(slope.last())));
    return now;
  }

  /** Everybody talks, every line breaks once, and a plugin is replaced. */
  private static void stir(LoadSite load, Renewal renewal, Duration span)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + span.toNanos();
    load.crowd().remark(TRIPS_A_SECOND, span.multipliedBy(3).dividedBy(4));
    Thread.sleep(span.dividedBy(4));
    load.crowd().cut(Duration.ofMillis(200));
    renewal.next();
    Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    load.expect("answers", () -> LoadChat.isQuiet(load));
  }

  private static Map<String, Double> look(LoadSite load) throws IOException, InterruptedException {
    AdminClient admin = load.admin();
    var held = admin.staff().get("/api/admin/threads");
    var seen = new LinkedHashMap<String, Double>();
    seen.put("heap_mb", load.site().machine().liveBytes() / 1e6);
    seen.put("threads", (double) load.site().machine().threads());
    seen.put("descriptors", (double) load.site().machine().descriptors());
    double ownerless = held.parts("ownerless").count();
    for (var each : held.parts("held").toList()) {
      if (List.of("lanes", "sockets", "listeners").contains(each.text("what"))) {
        seen.put(each.text("what"), (double) each.number("held"));
      }
      ownerless += each.number("ownerless");
    }
    seen.put("ownerless", ownerless);
    return seen;
  }
}

package dev.hotdesk.bench;

import dev.hotdesk.bench.badjars.BadJar;
import dev.hotdesk.bench.badjars.BadJars;
import dev.hotdesk.bench.badjars.ColdLook;
import dev.hotdesk.bench.site.Dropped;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether every bad jar is refused with its reason, while customers chat with what serves. */
final class BadJarsMeasure implements Measure {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TOGETHER = 20;
  private static final long LARGE = 5_000_000;
  private static final int COLD_LOOKS = 5;

  private final List<String> kept = new ArrayList<>();

  @Override
  public String summary() {
    return "bad jars refused while customers chat [--corpus DIR] [--storm 1000] [--customers 10]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    try (var site = Site.open()) {
      var jars = new ArrayList<>(BadJars.built(site.ordersV1().jar(), site.scratch()));
      var corpus = options.text("corpus");
      if (!corpus.isEmpty()) {
        jars.addAll(BadJars.of(Path.of(corpus)));
      }
      report.progress(jars.size() + " bad jars are built");
      look(site, report);
      site.start();
      try (var crowd =
          new Crowd(site.web(), site.shopOrigin(), options.number("customers", 10), 4)) {
        crowd.begin();
        var slow = SlowCopy.of(site.upgrade(1));
        int refused = 0;
        for (int from = 0; from < jars.size(); from += TOGETHER) {
          var some = jars.subList(from, Math.min(from + TOGETHER, jars.size()));
          refused += refused(site, some, report);
          report.progress("%d of %d tried".formatted(from + some.size(), jars.size()));
        }
        refused += overwritten(site);
        storm(site, options.number("storm", 1000), report);
        var halfLoaded = slow.end(PATIENCE);
        crowd.quiet();
        report.count("tried", jars.size() + 1);
        report.count("refused", refused);
        report.none("not_refused", kept);
        report.none("half_loaded", halfLoaded);
        report.count("calls", crowd.asked());
        report.none("failed_calls", failed(crowd));
      }
    }
  }

  /**
   * All checks of a jar of 5 MB, the middle of several times, each in a process that has not looked
   * at any before.
   */
  private static void look(Site site, Report report) throws IOException, InterruptedException {
    var jar = ColdLook.jar(LARGE, site.scratch());
    var times = new double[COLD_LOOKS];
    for (int i = 0; i < COLD_LOOKS; i++) {
      times[i] = ColdLook.millis(jar);
    }
    Arrays.sort(times);
    report.value("checks_5mb_ms", times[COLD_LOOKS / 2], "ms");
  }

  /** Drops some jars in one go and waits for each to be refused. */
  private int refused(Site site, List<BadJar> jars, Report report)
      throws IOException, InterruptedException {
    var dropped = new ArrayList<Dropped>();
    for (var jar : jars) {
      if (!jar.promised().isEmpty()) {
        Files.writeString(site.pluginFolder().resolve(jar.name() + ".sha256"), jar.promised());
      }
      dropped.add(Dropped.into(site.pluginFolder(), jar.name(), jar.bytes()));
    }
    int refused = 0;
    for (var drop : dropped) {
      if (drop.awaitEnd(PATIENCE)) {
        refused++;
      } else {
        kept.add(drop.told());
        report.progress("not refused: " + drop.told());
      }
    }
    for (var drop : dropped) {
      drop.remove();
    }
    return refused;
  }

  /** Writes rubbish over the jar that serves, as a careless copy does, and mends it again. */
  private int overwritten(Site site) throws IOException, InterruptedException {
    var orders = site.ordersV1();
    var drop = new Dropped(orders.file());
    Files.write(orders.file(), new byte[5_000]);
    boolean isRefused = drop.awaitEnd(PATIENCE);
    if (!isRefused) {
      kept.add("overwritten in place: " + drop.told());
    }
    orders.copy();
    return isRefused ? 1 : 0;
  }

  /** Very many drops at once, as fast as they can be written. */
  private void storm(Site site, int many, Report report) throws IOException, InterruptedException {
    var jars = BadJars.storm(many);
    var dropped = new ArrayList<Dropped>();
    long began = System.nanoTime();
    for (var jar : jars) {
      dropped.add(Dropped.into(site.pluginFolder(), jar.name(), jar.bytes()));
    }
    report.count("storm_drops", many);
    report.value("storm_written_s", (System.nanoTime() - began) / 1e9, "s");
    var left = new ArrayList<String>();
    for (var drop : dropped) {
      if (!drop.awaitEnd(PATIENCE)) {
        left.add(drop.told());
      }
    }
    report.value("storm_refused_s", (System.nanoTime() - began) / 1e9, "s");
    report.none("storm_not_refused", left);
    for (var drop : dropped) {
      drop.remove();
    }
  }

  private static List<String> failed(Crowd crowd) throws InterruptedException {
    var findings = crowd.findings();
    var all = new ArrayList<String>(crowd.unanswered());
    all.addAll(crowd.errors());
    all.addAll(findings.lost());
    all.addAll(findings.duplicated());
    all.addAll(findings.misordered());
    crowd.handOvers().forEach((why, many) -> all.add(many + " × " + why));
    return all;
  }
}

package dev.hotdesk.bench;

import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether bad versions of an agent are taken back by themselves, and good ones are not. */
final class CanaryMeasure implements Measure {

  private static final double PROMISED_SECONDS = 30;
  private static final long PROMISED_CALLS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern NUMBER = Pattern.compile("(?:back: |leaks: )(\\d+)");

  /** A kind of bad version: its name, and what it does before each answer. */
  private record Kind(String name, String harm) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "errors",
              "if (java.util.concurrent.ThreadLocalRandom.current().nextInt(5) == 0)"
                  + " throw new IllegalStateException(\"one of five\");"),
          new Kind(
              "slow",
              "try { Thread.sleep(300); } catch (InterruptedException e) {"
                  + " throw new IllegalStateException(e); }"),
          new Kind(
              "leak",
              "var left = new Thread(() -> { try { Thread.sleep(3_600_000L); }"
                  + " catch (InterruptedException e) { } });"
                  + " left.setDaemon(true); left.start();"));

  /**
   * What became of a bad version.
   *
   * @param isBack whether it was taken back
   * @param calls how many of its calls were bad
   * @param seconds from its first share of the customers on
   * @param told why
   */
  private record Fate(String version, boolean isBack, long calls, double seconds, String told) {

    boolean isKept() {
      return isBack && (seconds <= PROMISED_SECONDS || calls <= PROMISED_CALLS);
    }
  }

  @Override
  public String summary() {
    return "bad versions on a share of the customers: are they taken back, and good ones not"
        + " [--rounds 2] [--customers 200] [--rate 20] [--share 50] [--step 15] [--bake 10]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int size = options.number("customers", 200);
    try (var site = Site.open()) {
      site.launch(
          it ->
              it.with("HOTDESK_PLUGINS_ROLLOUT", "canary")
                  .with("HOTDESK_PLUGINS_ROLLOUT_PERCENTS", "" + options.number("share", 50))
                  .with("HOTDESK_PLUGINS_ROLLOUT_STEP", "" + options.number("step", 15))
                  .with("HOTDESK_PLUGINS_ROLLOUT_BAKE", "" + options.number("bake", 10)));
      site.start();
      report.progress(size + " customers come");
      try (var crowd =
          new Crowd(
              site.web(), site.shopOrigin(), size, options.number("rate", 20), Questions.ORDERS)) {
        crowd.begin();
        int rounds = options.number("rounds", 2);
        for (var kind : KINDS) {
          bad(site, kind, rounds, report);
        }
        good(site, rounds, report);
        crowd.quiet();
        tell(crowd, report);
      }
    }
  }

  private static void bad(Site site, Kind kind, int rounds, Report report)
      throws IOException, InterruptedException {
    var fates = new ArrayList<Fate>();
    for (int round = 0; round < rounds; round++) {
      var version = "2.%d.%d".formatted(KINDS.indexOf(kind), round);
      var drop = site.faulty(version, kind.harm);
      drop.deliver();
      drop.awaitState("CANDIDATE", PATIENCE);
      fates.add(fate(drop));
      report.progress(kind.name + " " + fates.getLast());
      drop.withdraw();
    }
    report.atLeast(rounds, kind.name + "_rolled_back", fates.stream().filter(Fate::isBack).count());
    report.count(kind.name + "_bad_calls", fates.stream().mapToLong(Fate::calls).max().orElse(0));
    report.value(
        kind.name + "_seconds", fates.stream().mapToDouble(Fate::seconds).max().orElse(0), "s");
    report.none(
        kind.name + "_late",
        fates.stream().filter(it -> !it.isKept()).map(Fate::toString).toList());
  }

  private static Fate fate(Drop drop) throws InterruptedException {
    long begun = System.nanoTime();
    var status = drop.status();
    while (!isOver(status.text("state")) && System.nanoTime() - begun < PATIENCE.toNanos()) {
      Thread.sleep(10);
      status = drop.status();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    var told = status.text("reason");
    var bad = NUMBER.matcher(told);
    return new Fate(
        drop.version(),
        status.text("state").equals("HELD"),
        bad.find() ? Long.parseLong(bad.group(1)) : 0,
        seconds,
        told.isEmpty() ? status.toString() : told);
  }

  private static boolean isOver(String state) {
    return Set.of("HELD", "QUARANTINED", "LIVE", "REJECTED").contains(state);
  }

  private static void good(Site site, int rounds, Report report)
      throws IOException, InterruptedException {
    var taken = new ArrayList<String>();
    for (int round = 0; round < rounds; round++) {
      var drop = site.faulty("3.0." + round, "");
      drop.deliver();
      drop.awaitState("CANDIDATE", PATIENCE);
      var fate = fate(drop);
      report.progress("good " + fate);
      if (!drop.status().text("state").equals("LIVE")) {
        taken.add(fate.told);
      }
    }
    report.atLeast(rounds, "good_promoted", (long) rounds - taken.size());
    report.none("false_rollbacks", taken);
  }

  private static void tell(Crowd crowd, Report report) throws InterruptedException {
    var findings = crowd.findings();
    crowd.handOvers().forEach((why, many) -> report.progress(many + " × " + why));
    report.count("asked", crowd.asked());
    report.count("acknowledged", findings.promised());
    report.none("lost", findings.lost());
    report.none("duplicated", findings.duplicated());
    report.none("reordered", findings.misordered());
    report.none("unanswered", crowd.unanswered());
  }
}

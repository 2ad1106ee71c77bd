package dev.hotdesk.bench;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import dev.hotdesk.launcher.StartFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Kills of the started server on the way of an upgrade, while customers chat. */
final class ServerCrashes {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MEMBERS = 6;

  /**
   * A place, and whether the new version goes through a canary.
   *
   * @param time which pass, of those that come with the upgrade and not with the start
   */
  private record Point(String place, int time, boolean isCanary) {}

  /** The first of these are taken. Six plugins are loaded at the start, before the new version. */
  private static final List<Point> POINTS =
      List.of(
          new Point("advancing", 1, true),
          new Point("stored", 1, false),
          new Point("switched", 2, false),
          new Point("promoting", 1, true),
          new Point("loading", MEMBERS + 1, true),
          new Point("trained", 2, false),
          new Point("copied", 1, true),
          new Point("switching", 2, true),
          new Point("verifying", MEMBERS + 1, false),
          new Point("probed", MEMBERS + 1, false),
          new Point("copying", 1, false),
          new Point("training", 2, true));

  private final Site site;
  private final Crowd crowd;
  private final Report report;
  private final List<String> stuck;
  private int points;

  private ServerCrashes(Site site, Crowd crowd, Report report, List<String> stuck) {
    this.site = site;
    this.crowd = crowd;
    this.report = report;
    this.stuck = stuck;
  }

  /** Kills so often, and tells what customers lost; gives how many points were met. */
  static int run(int many, int customers, List<String> stuck, Report report)
      throws IOException, InterruptedException {
    try (var site = Site.open()) {
      site.launch(
          it ->
              it.with("HOTDESK_PLUGINS_ROLLOUT_PERCENTS", "50")
                  .with("HOTDESK_PLUGINS_ROLLOUT_STEP", "2")
                  .with("HOTDESK_PLUGINS_ROLLOUT_BAKE", "2"));
      site.start();
      try (var crowd = new Crowd(site.web(), site.shopOrigin(), customers, customers / 3.0)) {
        crowd.begin();
        var crashes = new ServerCrashes(site, crowd, report, stuck);
        for (var point : POINTS.subList(0, Math.min(many, POINTS.size()))) {
          crashes.at(point);
        }
        crowd.quiet();
        var findings = crowd.findings();
        report.count("server_points", crashes.points);
        report.count("acknowledged", findings.promised());
        report.value("acknowledged_after_ready_max", crowd.catchingUp().percentile(100), "ms");
        report.none("lost", findings.lost());
        report.none("duplicated", findings.duplicated());
        report.none("reordered", findings.misordered());
        report.none("unanswered", crowd.unanswered());
        return crashes.points;
      }
    }
  }

  private void at(Point point) throws IOException, InterruptedException {
    var old = serving();
    site.stop();
    var drop = site.upgrade(POINTS.indexOf(point));
    boolean isDown = isLostAtStart(point);
    if (!isDown) {
      drop.deliver();
      isDown = awaitDown(drop);
      if (!isDown) {
        site.stop();
      }
    } else {
      drop.deliver();
    }
    points += isDown ? 1 : 0;
    start(point, "");
    crowd.catchUp();
    var wanted = List.of(old, drop.version());
    var now = awaitSettled(drop);
    report.progress(
        "%s %s: %s serves of %s".formatted(point, isDown ? "" : "NOT PASSED", now, wanted));
    if (!wanted.contains(now)) {
      stuck.add("%s: %s serves, wanted one of %s: %s".formatted(point, now, wanted, drop.status()));
    }
  }

  /** Whether it came by so often while it started, as more jars lie in the folder by now. */
  private boolean isLostAtStart(Point point) {
    try {
      start(point, point.place + ":" + point.time);
      return false;
    } catch (StartFailedException e) {
      return true;
    }
  }

  private void start(Point point, String place) {
    site.launch(
        it ->
            it.with("HOTDESK_PLUGINS_ROLLOUT", point.isCanary ? "canary" : "direct")
                .with("HOTDESK_CRASH_AT", place));
    site.start();
  }

  /** Whether the server ended, and not the upgrade. */
  private boolean awaitDown(Drop drop) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (site.isRunning() && System.nanoTime() < end && !isLive(drop)) {
      Thread.sleep(50);
    }
    Thread.sleep(500); // the last places are passed after the status was written
    return !site.isRunning();
  }

  private static boolean isLive(Drop drop) {
    return drop.status().text("state").equals("LIVE");
  }

  private String serving() {
    return site.admin().live("agent-orders").map(AdminClient.Plugin::version).orElse("none");
  }

  /** The version that serves once the new one is through or refused. */
  private String awaitSettled(Drop drop) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var open = List.of("", "LOADING", "CANDIDATE", "WAITING");
    while (open.contains(drop.status().text("state")) && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    return serving();
  }
}

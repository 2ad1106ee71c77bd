package dev.hotdesk.bench;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How plugins' functions do on the started server, and whether each occasion comes to them. */
final class FunctionsMeasure implements Measure {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String LETTERS = "/api/admin/dead-letters";

  /** After this long without a question an agent's own model is let go of. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** How often the runtime looks for such models, and a little more. */
  private static final Duration LOOK = Duration.ofSeconds(7);

  @Override
  public String summary() {
    return "deliveries to functions, requests for them, dead letters, what a listener costs, cold"
        + " starts [--events 5000] [--requests 4000] [--letters 200] [--rounds 5] [--customers 30]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    try (var site = Site.open()) {
      site.launch(
          it ->
              it.with("HOTDESK_FUNCTION_LIMIT", "1000000")
                  .with("HOTDESK_PLUGIN_AGENT_ORDERS_POLICY", "idle=" + IDLE.toSeconds() + "s"));
      site.start();
      var counter = FunctionPlugins.counter(site);
      counter.deliver();
      counter.awaitLive(SOON);
      var door = new FunctionDoor(site.web(), FunctionPlugins.COUNTER);
      try (var talk = new Talk(site, options.number("customers", 30))) {
        listening(site, talk, options.number("rounds", 5), report);
        long talked = System.nanoTime();
        events(door, options.number("events", 5000), report);
        FunctionRequests.measure(door, options.number("requests", 4000), report);
        deadLetters(site.admin(), door, options.number("letters", 200), report);
        coldStart(site.admin(), talk, talked, report);
      }
    }
  }

  /** What a customer's acknowledgement gains when a function listens. */
  private static void listening(Site site, Talk talk, int rounds, Report report)
      throws IOException, InterruptedException {
    var without = new Timings();
    var with = new Timings();
    var lost = new ArrayList<String>();
    var repeated = new ArrayList<String>();
    var unanswered = new TreeSet<String>();
    var listener = FunctionPlugins.listener(site);
    talk.round(2, 500); // what is only slow at first
    for (int i = 0; i < rounds; i++) {
      var alone = talk.round(5, 500);
      without.addAll(alone.acks());
      listener.deliver();
      listener.awaitLive(SOON);
      var heard = talk.round(5, 500);
      with.addAll(heard.acks());
      var door = new FunctionDoor(site.web(), FunctionPlugins.LISTENER);
      var runs = door.await("said", heard.said().size(), PATIENCE);
      lost.addAll(runs.missing(heard.said()));
      repeated.addAll(runs.repeated());
      unanswered.addAll(alone.unanswered());
      unanswered.addAll(heard.unanswered());
      gone(listener);
    }
    report.count("heard", with.count());
    report.none("unheard", lost);
    report.none("heard_twice", repeated);
    report.none("unanswered", List.copyOf(unanswered));
    report.times("ack_without_listener", without);
    report.times("ack_with_listener", with);
    report.value("listener_adds_p50", with.percentile(50) - without.percentile(50), "ms");
    report.value("listener_ratio_p50", with.percentile(50) / without.percentile(50), "");
  }

  private static void gone(Drop drop) throws IOException, InterruptedException {
    drop.withdraw();
    drop.awaitState("REMOVED", SOON);
  }

  private static void events(FunctionDoor door, int many, Report report)
      throws InterruptedException {
    int parts = 4;
    door.publish("counted", 0, many / 10); // what is only slow at first
    door.await("counted", many / 10, PATIENCE);
    long begun = System.nanoTime();
    var publishers = new ArrayList<Thread>();
    for (int i = 0; i < parts; i++) {
      int begin = many / 10 + many * i / parts;
      int end = many / 10 + many * (i + 1) / parts;
      publishers.add(Thread.ofVirtual().start(() -> door.publish("counted", begin, end)));
    }
    for (var publisher : publishers) {
      publisher.join();
    }
    double published = (System.nanoTime() - begun) / 1e9;
    var runs = door.await("counted", many / 10 + many, PATIENCE);
    double delivered = (System.nanoTime() - begun) / 1e9;
    report.count("events", many);
    report.none("lost", runs.missing(numbered(many / 10 + many)));
    report.none("delivered_twice", runs.repeated());
    report.value("published_per_second", many / published, "1/s");
    report.value("delivered_per_second", many / delivered, "1/s");
  }

  private static List<String> numbered(int many) {
    return IntStream.range(0, many).mapToObj("{\"n\":%d}"::formatted).toList();
  }

  private static void deadLetters(AdminClient admin, FunctionDoor door, int many, Report report)
      throws InterruptedException {
    long begun = System.nanoTime();
    door.publish("broken", 0, many);
    long end = begun + PATIENCE.toNanos();
    long dead = letters(admin);
    while (dead < many && System.nanoTime() < end) {
      Thread.sleep(100);
      dead = letters(admin);
    }
    report.exactly(many, "dead_letters", dead);
    report.exactly(0, "run_before_mended", door.runs("broken").all().size());
    door.send("POST", "mend").orThrow();
    var replayed =
        admin.staff().post(LETTERS + "/replay?plugin=" + FunctionPlugins.COUNTER, Frame.body());
    report.exactly(many, "replayed", replayed.number("replayed"));
    var runs = door.await("broken", many, PATIENCE);
    report.none("not_replayed", runs.missing(numbered(many)));
    report.none("replayed_twice", runs.repeated());
    report.exactly(0, "dead_letters_left", letters(admin));
  }

  private static long letters(AdminClient admin) {
    return admin
        .staff()
        .get(LETTERS + "?plugin=" + FunctionPlugins.COUNTER)
        .parts("letters")
        .count();
  }

  /** All ask at once for an agent whose own model has been let go of. */
  private static void coldStart(AdminClient admin, Talk talk, long talked, Report report)
      throws InterruptedException {
    long asleep = talked + IDLE.plus(LOOK).toNanos();
    while (System.nanoTime() < asleep) {
      Thread.sleep(50);
    }
    double before = coldStarts(admin);
    double seconds = coldSeconds(admin);
    var cold = talk.round(1, 0);
    double starts = coldStarts(admin) - before;
    var warm = talk.round(1, 0);
    report.count("calls_at_once", cold.said().size());
    report.none("unanswered_at_once", List.copyOf(cold.unanswered()));
    report.exactly(1, "cold_starts", Math.round(starts));
    report.value("cold_start", (coldSeconds(admin) - seconds) * 1000 / starts, "ms");
    report.times("answer_cold", cold.answers());
    report.times("answer_warm", warm.answers());
  }

  private static double coldStarts(AdminClient admin) {
    return admin.metric("hotdesk_plugin_cold_starts_total").orElse(0);
  }

  private static double coldSeconds(AdminClient admin) {
    return admin.metric("hotdesk_plugin_cold_start_seconds_sum").orElse(0);
  }
}

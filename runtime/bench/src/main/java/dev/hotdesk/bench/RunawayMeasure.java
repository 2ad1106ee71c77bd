package dev.hotdesk.bench;

import dev.hotdesk.bench.runaway.Jars;
import dev.hotdesk.bench.runaway.Kind;
import dev.hotdesk.bench.runaway.Kind.Promise;
import dev.hotdesk.bench.runaway.Trial;
import dev.hotdesk.bench.runaway.Trial.Fate;
import dev.hotdesk.bench.runaway.Trial.Result;
import dev.hotdesk.bench.runaway.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What becomes of plugins that run away, and of the plugin beside them. */
final class RunawayMeasure implements Measure {

  private static final String INNOCENT = "innocent";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofSeconds(60);
  private static final int WANTED = 44;

  @Override
  public String summary() {
    return "plugins that run away in every way beside one that works [--deadline 1000] [--each 1]"
        + " [--only kind --times 10]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    var deadline = Duration.ofMillis(options.number("deadline", 1_000));
    int each = options.number("each", 1);
    var only = options.text("only");
    var kinds = only.isEmpty() ? some(Kind.all(), each) : again(only, options.number("times", 10));
    var root = Files.createTempDirectory("hotdesk-runaway");
    try {
      var plugins = Files.createDirectory(root.resolve("plugins"));
      var jars = Jars.of(kinds);
      jars.writeInnocent(INNOCENT, "1.0.0", plugins);
      for (var kind : kinds) {
        jars.write(kind, plugins);
      }
      try (var ward = new Ward(plugins, root.resolve("store"))) {
        await(() -> ward.isSettled() && ward.serves(INNOCENT, "1.0.0"));
        try (var calls = new Calls(ward)) {
          var results = trials(kinds, ward, deadline, report);
          tell(results, deadline, kinds.size() > WANTED ? WANTED : 1, report);
          report.none("other_calls_failed", calls.end());
          report.count("other_calls", calls.times.count());
          report.times("other_calls", calls.times);
        }
        jars.writeInnocent("late-comer", "1.0.0", plugins);
        await(() -> ward.serves("late-comer", "1.0.0"));
        report.atLeast(1, "core_alive", ward.ask("late-comer", PATIENCE).isEmpty() ? 0 : 1);
      }
    } finally {
      delete(root);
    }
    if (only.isEmpty()) {
      WeavingCost.measure(options, report);
    }
  }

  private static List<Kind> some(List<Kind> all, int each) {
    return all.stream()
        .filter(kind -> each == 1 || kind.promise() == Promise.SOON)
        .filter(kind -> kind.number() % each == 0)
        .toList();
  }

  /** One kind again and again, each time as a plugin that has never run away before. */
  private static List<Kind> again(String name, int rounds) throws IOException {
    var kind =
        Kind.all().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("There is no kind of runaway named " + name));
    return IntStream.rangeClosed(1, rounds).mapToObj(kind::numbered).toList();
  }

  private static List<Result> trials(List<Kind> kinds, Ward ward, Duration deadline, Report report)
      throws InterruptedException {
    var trial = new Trial(ward, deadline);
    var results = new ArrayList<Result>();
    for (var kind : kinds) {
      var result = trial.of(kind, kind.promise() == Promise.LATE ? LATE : PATIENCE);
      report.progress(result.toString());
      results.add(result);
    }
    return results;
  }

  private static void tell(List<Result> results, Duration deadline, int wanted, Report report) {
    report.atLeast(wanted, "tried", results.size());
    report.count("refused", results.stream().filter(fate(Fate.REFUSED)).count());
    report.count("stopped", results.stream().filter(fate(Fate.STOPPED)).count());
    report.count("quarantined", results.stream().filter(fate(Fate.QUARANTINED)).count());
    report.count("survived", results.stream().filter(fate(Fate.SURVIVED)).count());
    report.none(
        "survived_unlisted",
        results.stream()
            .filter(fate(Fate.SURVIVED).and(it -> it.kind().promise() != Promise.NEVER))
            .map(Result::toString)
            .toList());
    var ended = new Timings();
    results.stream()
        .filter(it -> it.fate() == Fate.STOPPED || it.fate() == Fate.QUARANTINED)
        .filter(it -> it.kind().promise() == Promise.SOON)
        .forEach(it -> ended.add(it.nanos()));
    report.value("stop_p50", ended.percentile(50), "ms");
    report.value("stop_p90", ended.percentile(90), "ms");
    var late =
        results.stream()
            .filter(it -> it.kind().promise() == Promise.SOON && it.nanos() > deadline.toNanos())
            .map(Result::toString)
            .toList();
    report.count("within_two_deadlines", ended.count() - late.size());
    report.none("later_than_two_deadlines", late);
  }

  private static Predicate<Result> fate(Fate fate) {
    return result -> result.fate() == fate;
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The plugins are not live after two minutes");
      }
      Thread.sleep(5);
    }
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Somebody who asks the innocent plugin all the while. */
  private static final class Calls implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Timings times = new Timings();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final Ward ward;
    private final Thread thread;
    private volatile boolean isOn = true;

    Calls(Ward ward) {
      this.ward = ward;
      this.thread = Thread.ofPlatform().name("innocent-calls").start(this::call);
    }

    private void call() {
      while (isOn) {
        long begun = System.nanoTime();
        try {
          ward.ask(INNOCENT, DEADLINE);
          times.add(System.nanoTime() - begun);
          Thread.sleep(5);
        } catch (Exception | Error e) {
          failed.add(e.toString());
        }
      }
    }

    List<String> end() throws InterruptedException {
      isOn = false;
      thread.join();
      return failed;
    }

    @Override
    public void close() {
      isOn = false;
    }
  }
}

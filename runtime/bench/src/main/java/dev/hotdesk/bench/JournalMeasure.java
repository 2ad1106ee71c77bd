package dev.hotdesk.bench;

import dev.hotdesk.bench.journal.Crowd;
import dev.hotdesk.bench.journal.Engine;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.server.store.CommitPerMessage;
import dev.hotdesk.server.store.JpaJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Messages that become durable, each with a commit of its own and many sharing one. */
final class JournalMeasure implements Measure {

  private static final int PROMISED_EMBEDDED = 5_000;
  private static final double PROMISED_P99 = 100;
  private static final int PROMISED_RATIO_PERCENT = 400;
  private static final int CONNECTIONS = 16;

  @Override
  public String summary() {
    return "durable messages, with group commit and without, on H2 and PostgreSQL"
        + " [--seconds 6] [--rounds 3] [--customers 300] [--on h2,postgresql] [--writers 2]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    var wanted = options.text("on");
    var folder = Files.createTempDirectory("hotdesk-journal");
    try {
      if (wanted.isEmpty() || wanted.contains("h2")) {
        try (var engine = Engine.h2(folder)) {
          var ratio = measure(engine, options, report);
          report.value("h2_ratio", ratio.ratio(), "");
          report.atLeast(PROMISED_EMBEDDED, "h2_messages_per_s", Math.round(ratio.group()));
        }
      }
      if (wanted.isEmpty() || wanted.contains("postgresql")) {
        try (var engine = Engine.postgresql(folder, options.text("url"))) {
          var ratio = measure(engine, options, report);
          report.count("postgresql_messages_per_s", Math.round(ratio.group()));
          report.atLeast(
              PROMISED_RATIO_PERCENT, "postgresql_ratio_percent", Math.round(100 * ratio.ratio()));
        }
      }
    } finally {
      Folders.delete(folder);
    }
  }

  /** Messages a second, the middle of all rounds. */
  private record Rates(double single, double group) {
    double ratio() {
      return group / single;
    }
  }

  private static Rates measure(Engine engine, Options options, Report report) {
    var customers = options.number("customers", 300);
    var time = Duration.ofSeconds(options.number("seconds", 6));
    var single = new CommitPerMessage(engine.factory(), CONNECTIONS);
    var singles = new ArrayList<Double>();
    var groups = new ArrayList<Double>();
    var alone = new Timings();
    var together = new Timings();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var journal =
            new JpaJournal(
                engine.factory(),
                threads,
                (appends, batch) -> {},
                LogSubscribers.NONE,
                engine.name().equals("h2") ? 1 : options.number("writers", 2),
                _ -> false)) {
      rate(journal::append, customers, time, new Timings());
      for (int i = 0; i < options.number("rounds", 3); i++) {
        singles.add(rate(single::append, customers, time, alone));
        groups.add(rate(journal::append, customers, time, together));
        report.progress(
            "%s: %.0f alone, %.0f together"
                .formatted(engine.name(), singles.getLast(), groups.getLast()));
      }
    }
    report.value(engine.name() + "_single_per_s", middle(singles), "");
    report.times(engine.name() + "_single", alone);
    report.value(engine.name() + "_group_per_s", middle(groups), "");
    report.value(engine.name() + "_group_p50", together.percentile(50), "ms");
    report.atMost(PROMISED_P99, engine.name() + "_group_p99", together.percentile(99), "ms");
    return new Rates(middle(singles), middle(groups));
  }

  private static double rate(Crowd.Append append, int customers, Duration time, Timings times) {
    int before = times.count();
    long began = System.nanoTime();
    new Crowd(append, customers, times::add).talk(time);
    return (times.count() - before) / ((System.nanoTime() - began) / 1e9);
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}

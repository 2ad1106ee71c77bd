package dev.hotdesk.bench.understanding;

import dev.hotdesk.bench.Report;
import dev.hotdesk.bench.site.Machine;
import dev.hotdesk.bench.site.Release;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All sets of a folder on the engine that ships, and what the engine costs. */
public final class PublicSets {

  private static final int CORES = 2;

  private PublicSets() {}

  /**
   * Measures, and reports as it goes.
   *
   * @param only the names of the sets that are wanted, with commas; empty means all
   */
  public static void measure(Path folder, String only, Report report) throws IOException {
    var before = resident();
    try (var encoders = Encoders.open(ModelFiles.shipped(), CORES)) {
      for (var language : encoders.languages()) {
        encoders.encoder(language).encode("where is 我的订单?");
      }
      report.value("rss_mb", (resident() - before) / 1e6, "MB");
      for (var set : LabelledSet.in(folder)) {
        if (only.isEmpty() || List.of(only.split(",")).contains(set.name())) {
          measure(encoders, set, report);
        }
      }
      for (var set : TaggedSet.in(folder)) {
        if (only.isEmpty() || List.of(only.split(",")).contains(set.name())) {
          SlotTrial.measure(encoders, set, report);
        }
      }
    }
    MessageTimes.measure(report);
  }

  private static long resident() throws IOException {
    System.gc();
    return Machine.own().rssBytes();
  }

  /** Where the vectors of sentences are kept from run to run. */
  static Path vectors() {
    return Release.bench().resolve("vectors");
  }

  private static void measure(Encoders encoders, LabelledSet set, Report report) {
    var trial = new SetTrial(encoders, set, vectors());
    for (var draw : set.few().entrySet()) {
      try (var head = trial.fit(draw.getValue())) {
        var answers = head.ask(set.test());
        report.percent(
            set.name() + "." + draw.getKey() + ".accuracy",
            Answers.percent(answers, Answer::isRight));
      }
    }
    try (var head = trial.fit(set.train())) {
      var answers = head.ask(set.test());
      report.percent(set.name() + ".full.accuracy", Answers.percent(answers, Answer::isRight));
      report.share(set.name() + ".ece", Answers.calibrationError(answers));
      report.progress(
          "%s: %d sentences fitted in %.1f s, %d asked"
              .formatted(set.name(), set.train().size(), head.seconds(), answers.size()));
      if (!set.foreignTest().isEmpty()) {
        scope(set.name() + ".oos.", answers, head.ask(set.foreignTest()), report);
      }
    }
  }

  /** With out-of-scope detection on, as it is when the engine serves customers. */
  private static void scope(String name, List<Answer> own, List<Answer> foreign, Report report) {
    report.percent(
        name + "in_scope_accuracy",
        Answers.percent(own, answer -> answer.acted() && answer.isRight()));
    report.percent(name + "recall", Answers.percent(foreign, answer -> !answer.acted()));
    report.share(name + "auroc", Answers.separation(own, foreign));
  }
}

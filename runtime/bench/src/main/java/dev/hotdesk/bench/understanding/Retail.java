package dev.hotdesk.bench.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.bench.Report;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.understanding.LocalTrainer;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.encoder.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Shoppers' sentences through the agents of the release. */
public final class Retail {

  private static final String FOREIGN = "out_of_scope";

  private record Asked(String text, Language language, Answer answer) {

    boolean isForeign() {
      return answer.wanted().equals(FOREIGN);
    }

    /** Right is the right intent, acted on; and whatever is not acted on, where nothing should. */
    boolean isRight() {
      return isForeign() ? !answer.acted() : answer.acted() && answer.isRight();
    }

    boolean isRightGroup() {
      return answer.acted() && group(answer.wanted()).equals(group(answer.found()));
    }

    private static String group(String intent) {
      return intent.split("\\.", 2)[0];
    }
  }

  private Retail() {}

  /**
   * Measures, and reports.
   *
   * @param errors the file for what was misunderstood; empty means none
   */
  public static void measure(Path file, String errors, Report report) throws IOException {
    var asked = ask(Labelled.read(file));
    var own = asked.stream().filter(each -> !each.isForeign()).toList();
    percent(report, "accuracy", own, Asked::isRight);
    percent(report, "group_accuracy", own, Asked::isRightGroup);
    percent(report, "first_accuracy", own, each -> each.answer().isRight());
    percent(report, "oos_recall", foreign(asked), Asked::isRight);
    for (var language : Language.values()) {
      var code = language.code() + ".";
      var said = asked.stream().filter(each -> each.language() == language).toList();
      percent(
          report,
          code + "accuracy",
          said.stream().filter(each -> !each.isForeign()).toList(),
          Asked::isRight);
      percent(report, code + "oos_recall", foreign(said), Asked::isRight);
    }
    asked.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.answer().wanted(), TreeMap::new, Collectors.toList()))
        .forEach(
            (intent, some) -> {
              report.count("intent." + intent + ".n", some.size());
              percent(report, "intent." + intent + ".recall", some, Asked::isRight);
            });
    if (!errors.isEmpty()) {
      Files.write(
          Path.of(errors), asked.stream().filter(e -> !e.isRight()).map(Retail::line).toList());
    }
  }

  private static List<Asked> foreign(List<Asked> asked) {
    return asked.stream().filter(Asked::isForeign).toList();
  }

  private static void percent(
      Report report, String name, List<Asked> asked, Predicate<Asked> condition) {
    if (!asked.isEmpty()) {
      report.percent(name, 100.0 * asked.stream().filter(condition).count() / asked.size());
    }
  }

  private static String line(Asked asked) {
    var answer = asked.answer();
    return "%s\t%s\t%s\t%.2f\t%s"
        .formatted(
            answer.wanted(),
            answer.found(),
            answer.acted() ? "acted" : "refused",
            answer.probability(),
            asked.text());
  }

  private static List<Asked> ask(List<Labelled> sentences) throws IOException {
    try (var trainer =
        LocalTrainer.open(
            ModelFiles.shipped(),
            PublicSets.vectors().resolve("retail"),
            2,
            Clock.systemUTC(),
            ColdStartWatch.NONE)) {
      try (var model = trainer.train(ShippedAgents.all())) {
        return sentences.stream().map(sentence -> ask(model, sentence)).toList();
      }
    }
  }

  private static Asked ask(IntentModel model, Labelled sentence) {
    var understood = model.understand(sentence.text(), "", Catalogue.EMPTY);
    var first = understood.candidates().getFirst();
    return new Asked(
        sentence.text(),
        Script.of(sentence.text(), Language.ZH),
        new Answer(
            sentence.label(),
            first.intent().name(),
            first.probability(),
            first.probability(),
            understood.inScope()));
  }
}

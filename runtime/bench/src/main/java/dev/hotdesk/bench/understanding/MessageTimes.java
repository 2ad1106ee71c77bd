package dev.hotdesk.bench.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.bench.Report;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.understanding.LocalTrainer;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.Repertoire;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long one message takes with the shipped agents, one after the other on one core. */
final class MessageTimes {

  private static final int MOST = 1_000;

  private MessageTimes() {}

  static void measure(Report report) throws IOException {
    var agents = ShippedAgents.all();
    try (var trainer =
        LocalTrainer.open(
            ModelFiles.shipped(),
            PublicSets.vectors().resolve("retail"),
            1,
            Clock.systemUTC(),
            ColdStartWatch.NONE)) {
      try (var model = trainer.train(agents)) {
        for (var language : Language.values()) {
          var sentences =
              agents.stream()
                  .flatMap(agent -> Repertoire.examples(agent).stream())
                  .filter(example -> example.language() == language)
                  .map(Example::text)
                  .toList();
          measure(model, language, thinned(sentences), report);
        }
      }
    }
  }

  private static void measure(
      IntentModel model, Language language, List<String> sentences, Report report) {
    sentences.forEach(sentence -> model.understand(sentence, "", Catalogue.EMPTY));
    var nanos = new long[sentences.size()];
    for (var i = 0; i < nanos.length; i++) {
      var began = System.nanoTime();
      model.understand(sentences.get(i), "", Catalogue.EMPTY);
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    report.value(
        language.code().toLowerCase(Locale.ROOT) + ".ms_p50", nanos[nanos.length / 2] / 1e6, "ms");
  }

  /** Some of all of them, when there are many. */
  private static List<String> thinned(List<String> sentences) {
    var step = Math.max(1, sentences.size() / MOST);
    return java.util.stream.IntStream.range(0, sentences.size() / step)
        .mapToObj(i -> sentences.get(i * step))
        .toList();
  }
}

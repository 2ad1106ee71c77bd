package dev.hotdesk.bench.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.bench.Report;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.Script;
import dev.hotdesk.understanding.tagger.TaggerTrainer;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How well the tagger finds the spans of one set. */
final class SlotTrial {

  private SlotTrial() {}

  static void measure(Encoders encoders, TaggedSet set, Report report) {
    var began = System.nanoTime();
    var tagger = TaggerTrainer.train(encoders.words(language(set)), set.train());
    var learned = System.nanoTime();
    var score = new SpanScore();
    set.test().forEach(sentence -> score.add(sentence.tags(), tagger.tag(sentence.words())));
    report.percent(set.name() + ".slots.f1", score.f1());
    report.progress(
        "%s: %d tagged sentences learned in %.0f s, %d asked"
            .formatted(set.name(), set.train().size(), (learned - began) / 1e9, set.test().size()));
  }

  /** The language that most of its sentences are in. */
  private static Language language(TaggedSet set) {
    return set.train().stream()
        .map(sentence -> Script.of(String.join(" ", sentence.words()), Language.EN))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Comparator.comparingLong(entry -> entry.getValue()))
        .orElseThrow()
        .getKey();
  }
}

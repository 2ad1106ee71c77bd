package dev.hotdesk.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Exam;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.ExamplesFile;
import dev.hotdesk.understanding.intent.Repertoire;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What agents want to be understood, whatever is learned: {@code golden/<language>.txt}, of the
 * form of {@code intents/<language>.txt}. For an agent without such a file some of its examples do.
 */
final class GoldenSentences {

  /** Of its examples, for each intent and language; evenly out of all. */
  private static final int EXAMPLES = 8;

  private GoldenSentences() {}

  static List<Exam> of(List<Knowledge> agents) {
    return exams(
        agents,
        agent -> {
          var golden = golden(agent);
          return golden.isEmpty() ? some(Repertoire.examples(agent)) : golden;
        });
  }

  /** Their examples, all of them. */
  static List<Exam> all(List<Knowledge> agents) {
    return exams(agents, Repertoire::examples);
  }

  private static List<Exam> exams(
      List<Knowledge> agents, Function<Knowledge, List<Example>> sentences) {
    var exams = new ArrayList<Exam>();
    for (var agent : agents) {
      for (var example : sentences.apply(agent)) {
        var sentence = new Labelled(example.language(), example.intent(), example.text());
        exams.add(new Exam(agent.plugin(), sentence));
      }
    }
    return exams;
  }

  private static List<Example> golden(Knowledge agent) {
    var examples = new ArrayList<Example>();
    for (var language : Language.values()) {
      var path = "golden/" + language.code() + ".txt";
      agent
          .read(path)
          .map(content -> ExamplesFile.read(agent.plugin(), path, language, content))
          .ifPresent(examples::addAll);
    }
    return examples;
  }

  private static List<Example> some(List<Example> examples) {
    return examples.stream()
        .collect(Collectors.groupingBy(it -> it.language() + " " + it.intent().name()))
        .values()
        .stream()
        .flatMap(
            all -> {
              int step = Math.max(1, all.size() / EXAMPLES);
              return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get);
            })
        .toList();
  }
}

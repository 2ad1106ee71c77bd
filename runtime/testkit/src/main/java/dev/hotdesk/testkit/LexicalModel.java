package dev.hotdesk.testkit;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Understood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Understands a message as the matter whose examples are most alike: as a whole, by the share of
 * the message that they know, and singly, by the nearest of them. Alike is what shares rare words
 * (English) or character pairs (Chinese).
 *
 * <p>Much simpler than the runtime's own language model, on purpose: it needs no model files, is
 * ready in milliseconds, and a test of an agent is about its answers. Whether the example sentences
 * are good enough for customers' free words is measured with the real one.
 */
final class LexicalModel implements IntentModel {

  private static final double SURE = 0.35;

  private final List<Example> examples;
  private final Map<String, Double> rarity;

  private LexicalModel(List<Example> examples) {
    this.examples = examples;
    this.rarity = rarity(examples);
  }

  static LexicalModel of(List<? extends Knowledge> agents) {
    var examples = new ArrayList<Example>();
    for (var agent : agents) {
      for (var language : Language.values()) {
        Sentence.of(agent, language)
            .forEach(sentence -> examples.add(Example.of(agent.plugin(), sentence)));
      }
    }
    return new LexicalModel(List.copyOf(examples));
  }

  @Override
  public Understood understand(String text, String asked, Catalogue catalogue) {
    var language = Features.language(text);
    var particulars = Particulars.read(text, asked, catalogue);
    var words = Features.of(language, text);
    var matters =
        examples.stream()
            .filter(example -> example.language() == language)
            .collect(Collectors.groupingBy(Example::matter));
    var candidates =
        matters.entrySet().stream()
            .map(
                matter ->
                    new Understood.Candidate(
                        matter.getKey().agent(),
                        matter.getKey().intent(),
                        likeness(words, matter.getValue())))
            .sorted(Comparator.comparingDouble(Understood.Candidate::probability).reversed())
            .limit(3)
            .toList();
    var inScope =
        !particulars.bare()
            && !candidates.isEmpty()
            && candidates.getFirst().probability() >= SURE
            && !candidates.getFirst().intent().name().equals("out_of_scope");
    return new Understood(language, candidates, inScope, particulars.bare(), particulars.slots());
  }

  @Override
  public void close() {}

  private double likeness(Map<String, Integer> words, List<Example> ofOneMatter) {
    var nearest =
        ofOneMatter.stream().mapToDouble(it -> likeness(words, it.features())).max().orElse(0);
    double all = 0;
    double known = 0;
    for (var word : words.entrySet()) {
      var weight = weight(word.getKey(), word.getValue());
      all += weight;
      if (ofOneMatter.stream().anyMatch(it -> it.features().containsKey(word.getKey()))) {
        known += weight;
      }
    }
    return all == 0 ? 0 : (nearest + known / all) / 2;
  }

  private double likeness(Map<String, Integer> one, Map<String, Integer> other) {
    double common = 0;
    for (var feature : one.entrySet()) {
      common +=
          weight(feature.getKey(), feature.getValue())
              * weight(feature.getKey(), other.getOrDefault(feature.getKey(), 0));
    }
    var lengths = length(one) * length(other);
    return lengths == 0 ? 0 : Math.min(1, common / lengths);
  }

  private double length(Map<String, Integer> features) {
    return Math.sqrt(
        features.entrySet().stream()
            .mapToDouble(f -> Math.pow(weight(f.getKey(), f.getValue()), 2))
            .sum());
  }

  private double weight(String feature, int count) {
    return count * rarity.getOrDefault(feature, 1.0);
  }

  private static Map<String, Double> rarity(List<Example> examples) {
    return examples.stream()
        .flatMap(example -> example.features().keySet().stream())
        .collect(Collectors.groupingBy(UnaryOperator.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                seen -> Math.log((1.0 + examples.size()) / (0.5 + seen.getValue())) + 0.1));
  }

  /** One example sentence. */
  private record Example(Matter matter, Language language, Map<String, Integer> features) {
    private record Matter(String agent, Intent intent) {}

    static Example of(String agent, Sentence sentence) {
      return new Example(
          new Matter(agent, sentence.intent()),
          sentence.language(),
          Features.of(sentence.language(), sentence.words()));
    }
  }
}

package dev.hotdesk.testkit;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Understood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How alike a message is to the examples of each matter in one language: as alike as to the nearest
 * of them, and as much of it as they know together. Looks at those examples only that share a word.
 */
final class Likeness {

  static final Likeness NONE = new Likeness(List.of(), Map.of());

  /** That an example has a feature, and how much this weighs. */
  private record Posting(int example, int matter, double weight) {}

  private final List<Matter> matters;
  private final int[] matterOf;
  private final double[] lengths;
  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final Map<String, Double> rarity;

  Likeness(List<Example> examples, Map<String, Double> rarity) {
    this.rarity = rarity;
    this.matters = examples.stream().map(Example::matter).distinct().toList();
    this.matterOf = new int[examples.size()];
    this.lengths = new double[examples.size()];
    var numbers = new HashMap<Matter, Integer>();
    matters.forEach(matter -> numbers.put(matter, numbers.size()));
    for (var i = 0; i < examples.size(); i++) {
      matterOf[i] = numbers.getOrDefault(examples.get(i).matter(), 0);
      post(i, examples.get(i).features());
    }
  }

  private void post(int example, Map<String, Integer> features) {
    lengths[example] = length(features);
    features.forEach(
        (feature, count) ->
            postings
                .computeIfAbsent(feature, _ -> new ArrayList<>())
                .add(new Posting(example, matterOf[example], weight(feature, count))));
  }

  /** How rare each feature is among all examples. */
  static Map<String, Double> rarity(List<Example> examples) {
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

  /** Each matter with the likeness of its examples, in no order. */
  List<Understood.Candidate> to(Map<String, Integer> words) {
    var common = new double[lengths.length];
    var known = new double[matters.size()];
    double all = 0;
    for (var word : words.entrySet()) {
      var weight = weight(word.getKey(), word.getValue());
      all += weight;
      for (var matter : share(word.getKey(), weight, common)) {
        known[matter] += weight;
      }
    }
    var nearest = nearest(common, length(words));
    var candidates = new ArrayList<Understood.Candidate>();
    for (var i = 0; i < known.length; i++) {
      var matter = matters.get(i);
      var likeness = all == 0 ? 0 : (nearest[i] + Math.min(1, known[i] / all)) / 2;
      candidates.add(new Understood.Candidate(matter.agent(), matter.intent(), likeness));
    }
    return candidates;
  }

  /** Notes which examples have a word, and gives their matters. */
  private Set<Integer> share(String word, double weight, double[] common) {
    var knowing = new HashSet<Integer>();
    for (var posting : postings.getOrDefault(word, List.of())) {
      common[posting.example()] += weight * posting.weight();
      knowing.add(posting.matter());
    }
    return knowing;
  }

  private double[] nearest(double[] common, double length) {
    var nearest = new double[matters.size()];
    for (var i = 0; i < common.length; i++) {
      if (common[i] > 0) {
        var likeness = Math.min(1, common[i] / (length * lengths[i]));
        nearest[matterOf[i]] = Math.max(nearest[matterOf[i]], likeness);
      }
    }
    return nearest;
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

  /** Who answers what. */
  record Matter(String agent, Intent intent) {}

  /** One example sentence. */
  record Example(Matter matter, Language language, Map<String, Integer> features) {
    static Example of(String agent, Sentence sentence) {
      return new Example(
          new Matter(agent, sentence.intent()),
          sentence.language(),
          Features.of(sentence.language(), sentence.words()));
    }
  }
}

package dev.hotdesk.understanding.intent;

import dev.hotdesk.routing.Understood.Candidate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the head of one language makes of a sentence.
 *
 * @param probabilities of all matters, also of those that no agent owns
 * @param closeness to the sentences that agents know
 * @param threshold the score below which a sentence is nobody's business here
 */
record Opinion(Map<Matter, Double> probabilities, double closeness, double threshold) {

  /**
   * Two opinions on a sentence that is in both languages, each weighed by how sure it is: one that
   * hits on foreign words is lost, and should not hold back the other.
   */
  Opinion and(Opinion other) {
    var share = weight() / (weight() + other.weight());
    var mean = new LinkedHashMap<Matter, Double>();
    probabilities.forEach((matter, p) -> mean.merge(matter, p * share, Double::sum));
    other.probabilities.forEach((matter, p) -> mean.merge(matter, p * (1 - share), Double::sum));
    return new Opinion(
        mean,
        closeness * share + other.closeness * (1 - share),
        threshold * share + other.threshold * (1 - share));
  }

  private double weight() {
    var most = probabilities.values().stream().mapToDouble(p -> p).max().orElse(0);
    return most * most + 1e-9;
  }

  Reading reading() {
    var candidates =
        probabilities.entrySet().stream()
            .filter(entry -> entry.getKey().isOwned())
            .map(entry -> candidate(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingDouble(Candidate::probability)
                    .reversed()
                    .thenComparing(candidate -> candidate.intent().name()))
            .toList();
    return new Reading(candidates, score(candidates), isInScope(candidates));
  }

  private static Candidate candidate(Matter matter, double p) {
    return new Candidate(matter.agent(), matter.intent(), Math.min(1, p));
  }

  private double score(List<Candidate> candidates) {
    return candidates.isEmpty() ? 0 : candidates.getFirst().probability() * closeness;
  }

  private boolean isInScope(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return false;
    }
    var first = candidates.getFirst().probability();
    return score(candidates) >= threshold
        && probabilities.entrySet().stream()
            .noneMatch(entry -> !entry.getKey().isOwned() && entry.getValue() > first);
  }
}

package dev.hotdesk.bench.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Figures of many answers. */
final class Answers {

  private static final int BINS = 15;

  private Answers() {}

  /** How many of a hundred are so. */
  static double percent(List<Answer> answers, Predicate<Answer> condition) {
    return 100.0 * answers.stream().filter(condition).count() / answers.size();
  }

  /**
   * Expected calibration error (Naeini et al. 2015): how far told probabilities lie from the share
   * of right answers, over bins of equal width, weighed by how many answers lie in each.
   */
  static double calibrationError(List<Answer> answers) {
    var told = new double[BINS];
    var right = new double[BINS];
    for (var answer : answers) {
      var bin = Math.min(BINS - 1, (int) (answer.probability() * BINS));
      told[bin] += answer.probability();
      right[bin] += answer.isRight() ? 1 : 0;
    }
    var error = 0.0;
    for (var bin = 0; bin < BINS; bin++) {
      error += Math.abs(told[bin] - right[bin]);
    }
    return error / answers.size();
  }

  /** How often a sentence that is the engine's business scores above one that is not. */
  static double separation(List<Answer> own, List<Answer> foreign) {
    var low = foreign.stream().mapToDouble(Answer::score).sorted().toArray();
    var above = 0.0;
    for (var answer : own) {
      above += (below(low, answer.score()) + below(low, Math.nextUp(answer.score()))) / 2.0;
    }
    return above / own.size() / foreign.size();
  }

  /** How many of these are smaller; equal ones may lie side by side. */
  private static int below(double[] sorted, double score) {
    var at = Arrays.binarySearch(sorted, score);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == score) {
      at--;
    }
    return at;
  }
}

package dev.hotdesk.understanding.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a head's figures can be trusted, found by asking it about sentences it was not fitted to.
 *
 * @param temperature what the scores are divided by so that 0.8 means right in 8 of 10
 * @param threshold the score below which a sentence is nobody's business here
 */
record Calibration(double temperature, double threshold) {

  private static final int FOLDS = 4;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record HeldOut(float[] logits, int wanted, double closeness) {}

  /**
   * Calibrates by cross-validation.
   *
   * @param matters what each class stands for
   */
  static Calibration of(Samples samples, List<Matter> matters) {
    var heldOut = new ArrayList<HeldOut>();
    var folds = samples.folds(FOLDS);
    for (var fold = 0; fold < FOLDS; fold++) {
      var known = samples.part(folds, fold, false);
      var unknown = samples.part(folds, fold, true);
      if (known.size() > 0 && unknown.size() > 0) {
        heldOut.addAll(ask(known, unknown, matters));
      }
    }
    var temperature = temperature(heldOut);
    return new Calibration(temperature, threshold(heldOut, matters, temperature));
  }

  private static List<HeldOut> ask(Samples known, Samples unknown, List<Matter> matters) {
    var model = LogisticRegression.fit(known);
    var neighbours = known.neighbourhood(matters);
    var seen = new boolean[known.classCount()];
    for (var k : known.classes()) {
      seen[k] = true;
    }
    var answers = new ArrayList<HeldOut>();
    for (var i = 0; i < unknown.size(); i++) {
      var vector = unknown.vectors()[i];
      if (seen[unknown.classes()[i]]) {
        answers.add(
            new HeldOut(model.logits(vector), unknown.classes()[i], neighbours.closeness(vector)));
      }
    }
    return answers;
  }

  /** The temperature under which the right classes are likeliest, by golden-section search. */
  private static double temperature(List<HeldOut> heldOut) {
    var low = Math.log(0.25);
    var high = Math.log(4);
    for (var step = 0; step < 25 && !heldOut.isEmpty(); step++) {
      var left = high - GOLDEN * (high - low);
      var right = low + GOLDEN * (high - low);
      if (surprise(heldOut, Math.exp(left)) < surprise(heldOut, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double surprise(List<HeldOut> heldOut, double temperature) {
    var sum = 0.0;
    for (var answer : heldOut) {
      var p = LinearModel.softmax(answer.logits(), temperature);
      sum -= Math.log(Math.max(p[answer.wanted()], 1e-12));
    }
    return sum;
  }

  /** Where right answers let through plus foreign sentences kept out are most, share by share. */
  private static double threshold(List<HeldOut> heldOut, List<Matter> matters, double temperature) {
    var own = new ArrayList<Double>();
    var foreign = new ArrayList<Double>();
    for (var answer : heldOut) {
      var p = LinearModel.softmax(answer.logits(), temperature);
      var top = likeliestOwned(p, matters);
      var score = top < 0 ? 0 : p[top] * answer.closeness();
      if (!matters.get(answer.wanted()).isOwned()) {
        foreign.add(score);
      } else if (top == answer.wanted()) {
        own.add(score);
      }
    }
    if (own.isEmpty() || foreign.isEmpty()) {
      return 0;
    }
    return best(sorted(own), sorted(foreign));
  }

  private static int likeliestOwned(double[] p, List<Matter> matters) {
    var top = -1;
    for (var k = 0; k < p.length; k++) {
      if (matters.get(k).isOwned() && (top < 0 || p[k] > p[top])) {
        top = k;
      }
    }
    return top;
  }

  private static double best(double[] own, double[] foreign) {
    var best = 0.0;
    var most = -1.0;
    for (var step = 1; step < 100; step++) {
      var threshold = step / 100.0;
      var kept = 1 - below(own, threshold);
      var refused = below(foreign, threshold);
      if (kept + refused > most) {
        most = kept + refused;
        best = threshold;
      }
    }
    return best;
  }

  private static double below(double[] sorted, double threshold) {
    var at = Arrays.binarySearch(sorted, threshold);
    return (double) (at < 0 ? -at - 1 : at) / sorted.length;
  }

  private static double[] sorted(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }
}

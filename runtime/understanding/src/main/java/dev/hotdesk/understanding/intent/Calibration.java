package dev.hotdesk.understanding.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a head's figures are weighed and how far they can be trusted, found by asking it about
 * sentences it was not fitted to.
 *
 * @param voteWeight how much the neighbours' votes count beside the model's scores
 * @param temperature what the scores are divided by so that 0.8 means right in 8 of 10
 * @param threshold the score below which a sentence is nobody's business here
 */
record Calibration(double voteWeight, double temperature, double threshold) {

  private static final int FOLDS = 3;
  private static final double[] VOTE_WEIGHTS = {0, 0.1, 0.2, 0.3, 0.4, 0.6};
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** As many answers tell the weight and the temperature as well as more would. */
  private static final int ENOUGH = 1_500;

  /** How much a shopper let in counts against a stranger kept out; docs/adr/0144. */
  private static final double OWN_COUNTS = 1;

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record HeldOut(float[] logits, float[] votes, int wanted, double closeness) {}

  /**
   * Calibrates by cross-validation.
   *
   * @param matters what each class stands for
   */
  static Calibration of(Samples samples, List<Matter> matters) {
    return of(samples, matters, VOTE_WEIGHTS);
  }

  /** The same for a model that is asked without its neighbours. */
  static Calibration ofModelAlone(Samples samples, List<Matter> matters) {
    return of(samples, matters, new double[1]);
  }

  private static Calibration of(Samples samples, List<Matter> matters, double[] weights) {
    var heldOut = new ArrayList<HeldOut>();
    var folds = samples.folds(FOLDS);
    for (var fold = 0; fold < FOLDS; fold++) {
      var known = samples.part(folds, fold, false);
      var unknown = samples.part(folds, fold, true);
      if (known.size() > 0 && unknown.size() > 0) {
        heldOut.addAll(ask(known, unknown, matters));
      }
    }
    var some = thinned(heldOut);
    var best = new Calibration(weights[0], temperature(some, weights[0]), 0);
    for (var weight : weights) {
      var next = new Calibration(weight, temperature(some, weight), 0);
      if (next.surprise(some) < best.surprise(some)) {
        best = next;
      }
    }
    return new Calibration(best.voteWeight, best.temperature, best.threshold(heldOut, matters));
  }

  /** What the model's scores and the neighbours' votes come to. */
  double[] probabilities(float[] logits, float[] votes) {
    var sum = logits.clone();
    for (var k = 0; k < sum.length; k++) {
      sum[k] += (float) voteWeight * votes[k];
    }
    return LinearModel.softmax(sum, temperature);
  }

  private static List<HeldOut> thinned(List<HeldOut> heldOut) {
    var step = Math.max(1, heldOut.size() / ENOUGH);
    return IntStream.range(0, heldOut.size() / step).mapToObj(i -> heldOut.get(i * step)).toList();
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
      var wanted = unknown.classes()[i];
      if (seen[wanted]) {
        var echo = neighbours.echo(vector);
        answers.add(new HeldOut(model.logits(vector), echo.votes(), wanted, echo.closeness()));
      }
    }
    return answers;
  }

  /** The temperature under which the right classes are likeliest, by golden-section search. */
  private static double temperature(List<HeldOut> heldOut, double weight) {
    var low = Math.log(0.2);
    var high = Math.log(4);
    for (var step = 0; step < 14 && !heldOut.isEmpty(); step++) {
      var left = high - GOLDEN * (high - low);
      var right = low + GOLDEN * (high - low);
      if (new Calibration(weight, Math.exp(left), 0).surprise(heldOut)
          < new Calibration(weight, Math.exp(right), 0).surprise(heldOut)) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private double surprise(List<HeldOut> heldOut) {
    var sum = 0.0;
    for (var answer : heldOut) {
      var p = probabilities(answer.logits(), answer.votes());
      sum -= Math.log(Math.max(p[answer.wanted()], 1e-12));
    }
    return sum;
  }

  /** Where right answers let through and foreign sentences kept out are most, share by share. */
  private double threshold(List<HeldOut> heldOut, List<Matter> matters) {
    var own = new ArrayList<Double>();
    var foreign = new ArrayList<Double>();
    for (var answer : heldOut) {
      var p = probabilities(answer.logits(), answer.votes());
      var top = likeliest(p, matters);
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

  /** The likeliest matter if it is an agent's, else -1: then it is not answered anyway. */
  private static int likeliest(double[] p, List<Matter> matters) {
    var top = 0;
    for (var k = 1; k < p.length; k++) {
      if (p[k] > p[top]) {
        top = k;
      }
    }
    return matters.get(top).isOwned() ? top : -1;
  }

  private static double best(double[] own, double[] foreign) {
    var best = 0.0;
    var most = -1.0;
    for (var step = 1; step < 100; step++) {
      var threshold = step / 100.0;
      var worth = OWN_COUNTS * (1 - below(own, threshold)) + below(foreign, threshold);
      if (worth > most) {
        most = worth;
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

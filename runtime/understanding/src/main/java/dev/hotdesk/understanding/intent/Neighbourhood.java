package dev.hotdesk.understanding.intent;

import java.util.Arrays;

/**
 * The sentences a head was fitted to, each of which votes for its class on a sentence like it: a
 * kernel classifier (Nadaraya 1964, Watson 1964) on the angle between vectors, seen from the middle
 * of all of them. It also tells how near the closest sentences lie that agents know how to answer;
 * what is far from all of them is foreign.
 */
final class Neighbourhood {

  private static final int NEAREST = 5;

  /** How fast a vote fades with the angle; chosen on public sets' validation parts. */
  private static final double SHARPNESS = 30;

  /** Below this cosine a vote is next to nothing, and is not counted. */
  private static final float NEXT_TO_NOTHING = 0.4f;

  private static final double SILENCE = 1e-8;

  private final Samples samples;
  private final boolean[] owned;
  private final float[] middle;
  private final float middleSquare;
  private final float[] alongMiddle;
  private final float[] lengths;

  /**
   * What one sentence hears from its neighbours.
   *
   * @param votes the logarithm of each class's votes
   * @param closeness mean cosine with the nearest sentences that agents answer, 0 where none is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Echo(float[] votes, double closeness) {}

  /** The neighbourhood of these samples; keeps their vectors, and two numbers for each. */
  Neighbourhood(Samples samples, boolean[] owned) {
    this.samples = samples;
    this.owned = owned.clone();
    this.middle = samples.mean();
    this.middleSquare = cosine(middle, middle);
    this.alongMiddle = new float[samples.size()];
    this.lengths = new float[samples.size()];
    for (var i = 0; i < lengths.length; i++) {
      var vector = samples.vectors()[i];
      alongMiddle[i] = cosine(vector, middle);
      lengths[i] = length(cosine(vector, vector) - 2 * alongMiddle[i] + middleSquare);
    }
  }

  /** What this sentence hears. */
  Echo echo(float[] vector) {
    var along = cosine(vector, middle);
    var length = length(cosine(vector, vector) - 2 * along + middleSquare);
    var votes = new double[samples.classCount()];
    var nearest = new float[NEAREST];
    for (var i = 0; i < lengths.length; i++) {
      var k = samples.classes()[i];
      var cosine =
          (cosine(samples.vectors()[i], vector) - alongMiddle[i] - along + middleSquare)
              / (lengths[i] * length);
      if (cosine > NEXT_TO_NOTHING) {
        votes[k] += Math.exp(SHARPNESS * (cosine - 1));
      }
      if (owned[k] && cosine > nearest[NEAREST - 1]) {
        insert(nearest, cosine);
      }
    }
    return new Echo(logarithms(votes), mean(nearest));
  }

  private static void insert(float[] descending, float value) {
    var at = descending.length - 1;
    for (; at > 0 && descending[at - 1] < value; at--) {
      descending[at] = descending[at - 1];
    }
    descending[at] = value;
  }

  private static double mean(float[] values) {
    var sum = 0.0;
    for (var value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static float[] logarithms(double[] votes) {
    var logarithms = new float[votes.length];
    Arrays.setAll(votes, k -> Math.log(votes[k] + SILENCE));
    for (var k = 0; k < votes.length; k++) {
      logarithms[k] = (float) votes[k];
    }
    return logarithms;
  }

  private static float length(float square) {
    return (float) Math.sqrt(Math.max(square, 1e-12f));
  }

  /** The product of two vectors, which is the cosine of those of length one; four sums at once. */
  static float cosine(float[] a, float[] b) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (var i = 0; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    return s0 + s1 + s2 + s3;
  }
}

package dev.hotdesk.understanding.intent;

import java.util.Arrays;

/**
 * Multinomial logistic regression with a ridge penalty, fitted by L-BFGS from zero. The problem is
 * convex and the steps are counted, so the same samples always give the same model.
 */
final class LogisticRegression {

  /** Vectors of sentences differ little from each other; this spreads them to about unit scale. */
  private static final float SPREAD = 16f;

  /** Chosen on validation parts of public sets, large and small draws alike (docs/adr/0144). */
  private static final double RIDGE = 8;

  private static final int STEPS = 10;

  /** So many numbers are computed by one instruction; rows of weights are filled up to it. */
  private static final int LANE = 8;

  private static final int BLOCK = 4;

  private final Samples samples;
  private final float[] mean;
  private final float[][] rows;
  private final int dimension;
  private final int classes;
  private final int width;

  private LogisticRegression(Samples samples) {
    this.samples = samples;
    this.dimension = samples.dimension();
    this.classes = samples.classCount();
    this.width = (classes + LANE - 1) / LANE * LANE;
    this.mean = samples.mean();
    this.rows = new float[samples.size()][];
    Arrays.setAll(rows, i -> spread(samples.vectors()[i]));
  }

  /** Fits a model to these samples, of which there must be at least one. */
  static LinearModel fit(Samples samples) {
    return new LogisticRegression(samples).fit();
  }

  private LinearModel fit() {
    var weights = Lbfgs.minimise(new float[(dimension + 1) * width], STEPS, this::loss);
    return new LinearModel(onPlainVectors(weights), classes);
  }

  /** Folds centring and spreading into the weights, so that readers need neither. */
  private float[] onPlainVectors(float[] weights) {
    var plain = new float[(dimension + 1) * classes];
    for (var d = 0; d <= dimension; d++) {
      System.arraycopy(weights, d * width, plain, d * classes, classes);
    }
    for (var d = 0; d < dimension; d++) {
      for (var k = 0; k < classes; k++) {
        plain[d * classes + k] *= SPREAD;
        plain[dimension * classes + k] -= plain[d * classes + k] * mean[d];
      }
    }
    return plain;
  }

  private float[] spread(float[] vector) {
    var row = new float[dimension];
    for (var d = 0; d < dimension; d++) {
      row[d] = (vector[d] - mean[d]) * SPREAD;
    }
    return row;
  }

  /** Mean loss and its gradient. Four rows at a time: one pass over the weights serves them all. */
  private double loss(float[] weights, float[] gradient) {
    Arrays.fill(gradient, 0);
    var scores = new float[BLOCK][width];
    var loss = 0.0;
    for (var first = 0; first < rows.length; first += BLOCK) {
      for (var b = 0; b < BLOCK; b++) {
        System.arraycopy(weights, dimension * width, scores[b], 0, width);
      }
      score(weights, first, scores);
      for (var b = 0; b < BLOCK; b++) {
        if (first + b < rows.length) {
          loss += error(scores[b], classes, samples.classes()[first + b]);
        } else {
          Arrays.fill(scores[b], 0);
        }
      }
      collect(gradient, first, scores);
    }
    return loss / rows.length + ridge(weights, gradient);
  }

  private float[] row(int index) {
    return rows[Math.min(index, rows.length - 1)];
  }

  private void score(float[] weights, int first, float[][] scores) {
    float[] x0 = row(first), x1 = row(first + 1), x2 = row(first + 2), x3 = row(first + 3);
    float[] s0 = scores[0], s1 = scores[1], s2 = scores[2], s3 = scores[3];
    for (var d = 0; d < dimension; d++) {
      var base = d * width;
      float a0 = x0[d], a1 = x1[d], a2 = x2[d], a3 = x3[d];
      for (var k = 0; k < width; k++) {
        var w = weights[base + k];
        s0[k] += a0 * w;
        s1[k] += a1 * w;
        s2[k] += a2 * w;
        s3[k] += a3 * w;
      }
    }
  }

  private void collect(float[] gradient, int first, float[][] errors) {
    float[] x0 = row(first), x1 = row(first + 1), x2 = row(first + 2), x3 = row(first + 3);
    float[] e0 = errors[0], e1 = errors[1], e2 = errors[2], e3 = errors[3];
    for (var d = 0; d < dimension; d++) {
      var base = d * width;
      float a0 = x0[d], a1 = x1[d], a2 = x2[d], a3 = x3[d];
      for (var k = 0; k < width; k++) {
        gradient[base + k] += a0 * e0[k] + a1 * e1[k] + a2 * e2[k] + a3 * e3[k];
      }
    }
    var base = dimension * width;
    for (var k = 0; k < width; k++) {
      gradient[base + k] += e0[k] + e1[k] + e2[k] + e3[k];
    }
  }

  /** Turns scores into the error of each class, in place; gives the loss of this row. */
  private static double error(float[] scores, int classes, int wanted) {
    var p = LinearModel.softmax(Arrays.copyOf(scores, classes), 1);
    for (var k = 0; k < p.length; k++) {
      scores[k] = (float) p[k] - (k == wanted ? 1 : 0);
    }
    return -Math.log(Math.max(p[wanted], 1e-30));
  }

  private double ridge(float[] weights, float[] gradient) {
    var share = 1f / rows.length;
    var strength = (float) (RIDGE * share);
    var square = 0.0;
    for (var i = 0; i < gradient.length; i++) {
      gradient[i] *= share;
      if (i < dimension * width) {
        gradient[i] += strength * weights[i];
        square += (double) weights[i] * weights[i];
      }
    }
    return 0.5 * strength * square;
  }
}

package dev.hotdesk.understanding.intent;

/**
 * Scores classes by weighing the numbers of a vector.
 *
 * @param weights {@code weights[d * classCount + k]} weighs number d for class k; the last row is
 *     the bias
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record LinearModel(float[] weights, int classCount) {

  /** One score per class; {@code softmax} of them are the probabilities. */
  float[] logits(float[] vector) {
    var logits = new float[classCount];
    System.arraycopy(weights, vector.length * classCount, logits, 0, classCount);
    for (var d = 0; d < vector.length; d++) {
      var x = vector[d];
      var base = d * classCount;
      for (var k = 0; k < classCount; k++) {
        logits[k] += x * weights[base + k];
      }
    }
    return logits;
  }

  /** Turns scores into probabilities; a temperature above one makes them less sure. */
  static double[] softmax(float[] logits, double temperature) {
    var max = Float.NEGATIVE_INFINITY;
    for (var logit : logits) {
      max = Math.max(max, logit);
    }
    var p = new double[logits.length];
    var sum = 0.0;
    for (var k = 0; k < p.length; k++) {
      p[k] = Math.exp((logits[k] - max) / temperature);
      sum += p[k];
    }
    for (var k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }
}

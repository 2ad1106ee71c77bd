package dev.hotdesk.understanding.tagger;

/**
 * Numbers that are learned by AdaGrad (Duchi, Hazan, Singer 2011), in rows of as many as there are
 * tags; what is used in the end is their mean over the later rounds.
 */
final class Weights {

  private final int width;
  private final float rate;
  private float[] values;
  private float[] squares;
  private float[] sums;
  private int rounds;

  Weights(int rows, int width, float rate) {
    this.width = width;
    this.rate = rate;
    this.values = new float[rows * width];
    this.squares = new float[rows * width];
    this.sums = new float[rows * width];
  }

  float at(int index) {
    return values[index];
  }

  /** Adds this row, so many times, to some scores. */
  void addTo(float[] scores, int row, float times) {
    var base = row * width;
    for (var i = 0; i < scores.length; i++) {
      scores[i] += times * values[base + i];
    }
  }

  /** Walks uphill along a slope that is so many times this one. */
  void climb(int row, float[] slope, float times) {
    var base = row * width;
    for (var i = 0; i < slope.length; i++) {
      var g = slope[i] * times;
      var square = squares[base + i] + g * g;
      squares[base + i] = square;
      values[base + i] += rate * g / (float) Math.sqrt(square + 1e-8f);
    }
  }

  /** Counts the values as they are towards the mean. */
  void remember() {
    rounds++;
    for (var i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
  }

  /** Learning is over: the mean holds from now on. */
  void settle() {
    for (var i = 0; i < values.length; i++) {
      values[i] = sums[i] / rounds;
    }
    squares = new float[0];
    sums = new float[0];
  }
}

package dev.hotdesk.understanding.tagger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which tags follow which, and how likely: the chain of a conditional random field (Lafferty,
 * McCallum, Pereira 2001), summed forwards and backwards with scaling, and walked by Viterbi.
 */
final class Chain {

  private static final double NEVER = -1e9;

  private final Tags tags;
  private final int size;
  private final Weights steps;

  /**
   * @param steps a row for each tag before, and a last one for the beginning
   */
  Chain(Tags tags, Weights steps) {
    this.tags = tags;
    this.size = tags.size();
    this.steps = steps;
  }

  private double step(int before, int after) {
    var may = before == size ? tags.mayBegin(after) : tags.mayFollow(before, after);
    return may ? steps.at(before * size + after) : NEVER;
  }

  private double[][] table() {
    var table = new double[size + 1][size];
    for (var before = 0; before <= size; before++) {
      for (var after = 0; after < size; after++) {
        table[before][after] = step(before, after);
      }
    }
    return table;
  }

  /** The likeliest tags for these scores of each tag at each word. */
  int[] best(float[][] scores) {
    var table = table();
    var from = new int[scores.length][size];
    var so = new double[size];
    for (var word = 0; word < scores.length; word++) {
      var next = new double[size];
      for (var tag = 0; tag < size; tag++) {
        var best = size;
        var high = word == 0 ? table[size][tag] : Double.NEGATIVE_INFINITY;
        for (var before = 0; word > 0 && before < size; before++) {
          var score = so[before] + table[before][tag];
          if (score > high) {
            high = score;
            best = before;
          }
        }
        next[tag] = high + scores[word][tag];
        from[word][tag] = best;
      }
      so = next;
    }
    return walkedBack(from, highest(so));
  }

  private static int[] walkedBack(int[][] from, int last) {
    var path = new int[from.length];
    var tag = last;
    for (var word = from.length - 1; word >= 0; word--) {
      path[word] = tag;
      tag = from[word][tag];
    }
    return path;
  }

  private static int highest(double[] values) {
    var best = 0;
    for (var i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /**
   * How the scores should change to make these tags likelier: writes it over the scores and adds it
   * up for the steps.
   */
  void slope(float[][] scores, int[] wanted, float[] stepSlope) {
    var likely = exponents(scores);
    var follow = table();
    for (var row : follow) {
      Arrays.setAll(row, i -> Math.exp(row[i]));
    }
    var length = scores.length;
    var forward = new double[length][];
    forward[0] = scaled(times(follow[size], likely[0]));
    for (var word = 1; word < length; word++) {
      forward[word] = scaled(times(through(forward[word - 1], follow), likely[word]));
    }
    var ahead = new double[size];
    Arrays.fill(ahead, 1);
    for (var word = length - 1; word >= 0; word--) {
      var here = scaled(times(forward[word], ahead));
      for (var tag = 0; tag < size; tag++) {
        scores[word][tag] = (float) -here[tag];
      }
      scores[word][wanted[word]] += 1;
      ahead = scaled(times(ahead, likely[word]));
      var before = word == 0 ? null : forward[word - 1];
      stepSlopes(before, follow, ahead, stepSlope);
      stepSlope[(word == 0 ? size : wanted[word - 1]) * size + wanted[word]] += 1;
      ahead = scaled(back(follow, ahead));
    }
  }

  private void stepSlopes(
      double @Nullable [] before, double[][] follow, double[] ahead, float[] slope) {
    var from = before == null ? size : 0;
    var to = before == null ? size + 1 : size;
    var total = 0.0;
    for (var i = from; i < to; i++) {
      total += weight(before, i) * dot(follow[i], ahead);
    }
    for (var i = from; i < to; i++) {
      var share = weight(before, i) / total;
      for (var j = 0; share > 1e-7 && j < size; j++) {
        slope[i * size + j] -= (float) (share * follow[i][j] * ahead[j]);
      }
    }
  }

  private static double weight(double @Nullable [] before, int tag) {
    return before == null ? 1 : before[tag];
  }

  private static double[][] exponents(float[][] scores) {
    var exponents = new double[scores.length][];
    for (var word = 0; word < scores.length; word++) {
      var row = scores[word];
      var top = Float.NEGATIVE_INFINITY;
      for (var score : row) {
        top = Math.max(top, score);
      }
      exponents[word] = new double[row.length];
      for (var tag = 0; tag < row.length; tag++) {
        exponents[word][tag] = Math.exp(row[tag] - top) + 1e-30;
      }
    }
    return exponents;
  }

  private double[] through(double[] before, double[][] follow) {
    var after = new double[size];
    for (var i = 0; i < size; i++) {
      var weight = before[i];
      for (var j = 0; weight > 1e-9 && j < size; j++) {
        after[j] += weight * follow[i][j];
      }
    }
    return after;
  }

  private double[] back(double[][] follow, double[] ahead) {
    var before = new double[size];
    Arrays.setAll(before, i -> dot(follow[i], ahead));
    return before;
  }

  private static double dot(double[] a, double[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] times(double[] a, double[] b) {
    var product = new double[a.length];
    Arrays.setAll(product, i -> a[i] * b[i]);
    return product;
  }

  private static double[] scaled(double[] values) {
    var sum = 0.0;
    for (var value : values) {
      sum += value;
    }
    var scale = 1 / Math.max(sum, 1e-300);
    for (var i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }
}

package dev.hotdesk.understanding.intent;

import java.util.Arrays;
import java.util.List;

/**
 * Sentence vectors with the class of each.
 *
 * @param vectors one row per sentence, all equally long
 * @param classes the class of each row, counted from 0
 * @param classCount how many classes there are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Samples(float[][] vectors, int[] classes, int classCount) {

  int size() {
    return vectors.length;
  }

  int dimension() {
    return vectors[0].length;
  }

  /** The rows of this fold, or all but those; row i lies in fold {@code folds[i]}. */
  Samples part(int[] folds, int fold, boolean inside) {
    var rows = new int[size()];
    var count = 0;
    for (var row = 0; row < size(); row++) {
      if ((folds[row] == fold) == inside) {
        rows[count++] = row;
      }
    }
    var chosen = Arrays.copyOf(rows, count);
    var some = new float[count][];
    Arrays.setAll(some, i -> vectors[chosen[i]]);
    return new Samples(some, Arrays.stream(chosen).map(row -> classes[row]).toArray(), classCount);
  }

  /** Deals the rows of each class out to so many folds in turn: the same rows, the same folds. */
  int[] folds(int count) {
    var dealt = new int[classCount];
    var folds = new int[size()];
    for (var row = 0; row < size(); row++) {
      folds[row] = dealt[classes[row]]++ % count;
    }
    return folds;
  }

  /** The middle of all rows. */
  float[] mean() {
    var mean = new float[dimension()];
    for (var vector : vectors) {
      for (var d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / size();
      }
    }
    return mean;
  }

  /** All rows as neighbours of whatever is asked. */
  Neighbourhood neighbourhood(List<Matter> matters) {
    var owned = new boolean[matters.size()];
    for (var k = 0; k < owned.length; k++) {
      owned[k] = matters.get(k).isOwned();
    }
    return new Neighbourhood(this, owned);
  }
}

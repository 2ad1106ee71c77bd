package dev.hotdesk.understanding.intent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  /** The rows whose class some agent answers. */
  Neighbourhood neighbourhood(List<Matter> matters) {
    return new Neighbourhood(
        IntStream.range(0, size())
            .filter(row -> matters.get(classes[row]).isOwned())
            .mapToObj(row -> vectors[row])
            .toArray(float[][]::new));
  }
}

package dev.hotdesk.understanding.tagger;

import dev.hotdesk.understanding.encoder.WordVectors;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The conditional random field: scores from vectors and clues, and the chain that joins them. */
final class Field {

  private static final float DENSE_RATE = 0.006f;
  private static final float SPARSE_RATE = 0.1f;
  private static final float STEP_RATE = 0.05f;
  private static final double DROPPED = 0.2;
  private static final int NEIGHBOURS = 3;

  private final int dimension;
  private final int width;
  private final Weights ofVectors;
  private final Weights ofClues;
  private final Weights ofSteps;
  private final Chain chain;

  Field(Tags tags, int dimension, int clues) {
    this.dimension = dimension;
    this.width = tags.size();
    this.ofVectors = new Weights((NEIGHBOURS + 1) * dimension, width, DENSE_RATE);
    this.ofClues = new Weights(clues, width, SPARSE_RATE);
    this.ofSteps = new Weights(width + 1, width, STEP_RATE);
    this.chain = new Chain(tags, ofSteps);
  }

  int[] best(WordVectors vectors, int[][] clues) {
    return chain.best(scores(vectors, clues));
  }

  private float[][] scores(WordVectors vectors, int[][] clues) {
    var whole = new float[width];
    add(whole, NEIGHBOURS, vectors.sentence());
    var scores = new float[clues.length][];
    for (var at = 0; at < clues.length; at++) {
      var row = whole.clone();
      for (var place = 0; place < NEIGHBOURS; place++) {
        var neighbour = at + place - 1;
        if (neighbour >= 0 && neighbour < clues.length) {
          add(row, place, vectors.words().get(neighbour));
        }
      }
      for (var clue : clues[at]) {
        ofClues.addTo(row, clue, 1);
      }
      scores[at] = row;
    }
    return scores;
  }

  private void add(float[] scores, int place, float[] vector) {
    for (var i = 0; i < dimension; i++) {
      ofVectors.addTo(scores, place * dimension + i, vector[i]);
    }
  }

  /** Learns one sentence, from some of its clues. */
  void learn(WordVectors vectors, int[][] all, int[] wanted, RandomGenerator random) {
    var clues =
        Arrays.stream(all)
            .map(word -> Arrays.stream(word).filter(_ -> random.nextDouble() >= DROPPED).toArray())
            .toArray(int[][]::new);
    var slopes = scores(vectors, clues);
    var steps = new float[(width + 1) * width];
    chain.slope(slopes, wanted, steps);
    var whole = new float[width];
    for (var at = 0; at < clues.length; at++) {
      var slope = slopes[at];
      if (matters(slope)) {
        learn(vectors, clues, at, slope);
        for (var tag = 0; tag < width; tag++) {
          whole[tag] += slope[tag];
        }
      }
    }
    if (matters(whole)) {
      climb(NEIGHBOURS, vectors.sentence(), whole);
    }
    for (var row = 0; row <= width; row++) {
      ofSteps.climb(row, Arrays.copyOfRange(steps, row * width, (row + 1) * width), 1);
    }
  }

  private void learn(WordVectors vectors, int[][] clues, int at, float[] slope) {
    for (var place = 0; place < NEIGHBOURS; place++) {
      var neighbour = at + place - 1;
      if (neighbour >= 0 && neighbour < clues.length) {
        climb(place, vectors.words().get(neighbour), slope);
      }
    }
    for (var clue : clues[at]) {
      ofClues.climb(clue, slope, 1);
    }
  }

  private void climb(int place, float[] vector, float[] slope) {
    for (var i = 0; i < dimension; i++) {
      ofVectors.climb(place * dimension + i, slope, vector[i]);
    }
  }

  private static boolean matters(float[] slope) {
    for (var value : slope) {
      if (Math.abs(value) > 2e-3f) {
        return true;
      }
    }
    return false;
  }

  void remember() {
    ofVectors.remember();
    ofClues.remember();
    ofSteps.remember();
  }

  void settle() {
    ofVectors.settle();
    ofClues.settle();
    ofSteps.settle();
  }
}

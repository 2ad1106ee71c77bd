package dev.hotdesk.understanding.tagger;

import dev.hotdesk.understanding.encoder.WordVectors;
import java.util.List;

/** Brings each number of a vector to mean 0 and deviation 1 over what was learned. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Standard(float[] mean, float[] scale) {

  static Standard of(List<WordVectors> sentences, int dimension) {
    var sum = new double[dimension];
    var squares = new double[dimension];
    var count = 0L;
    for (var sentence : sentences) {
      for (var word : sentence.words()) {
        count++;
        for (var i = 0; i < dimension; i++) {
          sum[i] += word[i];
          squares[i] += (double) word[i] * word[i];
        }
      }
    }
    var mean = new float[dimension];
    var scale = new float[dimension];
    for (var i = 0; i < dimension; i++) {
      var centre = sum[i] / count;
      mean[i] = (float) centre;
      scale[i] = (float) (1 / Math.sqrt(Math.max(squares[i] / count - centre * centre, 1e-6)));
    }
    return new Standard(mean, scale);
  }

  WordVectors of(WordVectors vectors) {
    return new WordVectors(of(vectors.sentence()), vectors.words().stream().map(this::of).toList());
  }

  private float[] of(float[] vector) {
    var standard = new float[vector.length];
    for (var i = 0; i < vector.length; i++) {
      standard[i] = (vector[i] - mean[i]) * scale[i];
    }
    return standard;
  }
}

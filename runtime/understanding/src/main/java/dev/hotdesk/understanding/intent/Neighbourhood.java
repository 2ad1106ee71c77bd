package dev.hotdesk.understanding.intent;

/** The sentences that agents know how to answer; a sentence far from all of them is foreign. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Neighbourhood(float[][] vectors) {

  private static final int NEAREST = 5;

  /** Mean cosine with the nearest known sentences, 0 where none is known. */
  double closeness(float[] vector) {
    var nearest = new float[NEAREST];
    for (var known : vectors) {
      var cosine = cosine(known, vector);
      for (var i = 0; i < NEAREST && cosine > 0; i++) {
        if (cosine > nearest[i]) {
          var moved = nearest[i];
          nearest[i] = cosine;
          cosine = moved;
        }
      }
    }
    var sum = 0.0;
    for (var cosine : nearest) {
      sum += cosine;
    }
    return sum / NEAREST;
  }

  /** Four sums at once; the lengths of vectors are multiples of four. */
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

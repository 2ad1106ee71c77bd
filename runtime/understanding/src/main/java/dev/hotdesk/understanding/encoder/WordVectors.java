package dev.hotdesk.understanding.encoder;

import java.util.List;

/**
 * What a model makes of a sentence and of each word in it.
 *
 * @param sentence the vector of the sentence as it came out of the model
 * @param words a vector for each word, all zero for those beyond the model's window
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record WordVectors(float[] sentence, List<float[]> words) {

  /** Copies the list. */
  public WordVectors {
    words = List.copyOf(words);
  }
}

package dev.hotdesk.understanding.encoder;

import dev.hotdesk.routing.ModelUnavailableException;
import java.util.List;

/** Turns the words of a sentence into vectors that know the words around them. */
public interface WordEncoder {

  /**
   * The vectors of these words, which make one sentence.
   *
   * @throws ModelUnavailableException when the model has been closed or fails
   */
  WordVectors encodeWords(List<String> words);

  /** How many numbers a vector has. */
  int dimension();
}

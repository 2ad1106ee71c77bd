package dev.hotdesk.understanding.encoder;

import dev.hotdesk.routing.ModelUnavailableException;

/**
 * Turns a sentence into a vector of length one, so that sentences of like meaning lie close.
 *
 * <p>Safe to call from any number of threads; calls beyond the bound given at opening wait for
 * their turn. The same sentence always gives the same vector.
 */
public interface SentenceEncoder {

  /**
   * The vector of this sentence. What lies beyond the model's window is not looked at.
   *
   * @throws ModelUnavailableException when the model has been closed or fails
   */
  float[] encode(String sentence);

  /** How many numbers a vector has. */
  int dimension();

  /** Which model this is, by name and content: vectors of different models never compare. */
  String model();
}

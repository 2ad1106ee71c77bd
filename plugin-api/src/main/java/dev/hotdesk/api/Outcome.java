package dev.hotdesk.api;

import java.time.Duration;

/**
 * What came of a run of a {@link PluginFunction}. Make it with the static methods; they stay when
 * the records grow.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * return Outcome.answer(200, "application/json", "{\"open\":true}");
 * }</pre>
 */
public sealed interface Outcome {

  /** The work is done. */
  static Outcome done() {
    return new Done();
  }

  /** Answers a request over HTTP; for any other cause it means done. */
  static Outcome answer(int status, String contentType, String body) {
    return new Answer(status, contentType, body);
  }

  /**
   * Not now: to be tried again after this pause, as often as the plugin's policy allows.
   *
   * @param reason one sentence for admins
   */
  static Outcome later(Duration pause, String reason) {
    return new Later(pause, reason);
  }

  /** See {@link Outcome#done}. */
  record Done() implements Outcome {}

  /** See {@link Outcome#answer}. */
  record Answer(int status, String contentType, String body) implements Outcome {}

  /** See {@link Outcome#later}. */
  record Later(Duration pause, String reason) implements Outcome {}
}

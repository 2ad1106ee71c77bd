package dev.hotdesk.function;

import java.time.Duration;

/**
 * How long to wait before another attempt: twice as long each time, and not to the moment, so that
 * what failed together is not tried again together.
 */
final class Backoff {

  private Backoff() {}

  /**
   * The pause after a failed attempt.
   *
   * @param first the pause after the first, about
   * @param attempt which one failed, from 1
   * @param longest the longest
   * @param chance from 0 to 1
   */
  static Duration after(Duration first, int attempt, Duration longest, double chance) {
    double millis = (double) first.toMillis() * Math.pow(2, Math.min(attempt - 1, 40));
    double bounded = Math.min(millis, (double) longest.toMillis());
    return Duration.ofMillis(Math.round(bounded * (0.75 + chance / 2)));
  }
}

package dev.hotdesk.rollout;

import java.time.Duration;

/**
 * How much worse than the version that serves a candidate may be.
 *
 * @param faults the share of failed calls that is tolerated over and above those of the version
 *     that serves
 * @param slower how much longer than 95 % of the calls of the version that serves a call may take
 *     before it counts as slow
 * @param threads of its own making that a candidate may have more than the version that serves
 */
public record ErrorBudget(double faults, Duration slower, int threads) {

  /** Two of a hundred calls, a fifth of a second, ten threads. */
  public static final ErrorBudget DEFAULT = new ErrorBudget(0.02, Duration.ofMillis(200), 10);
}

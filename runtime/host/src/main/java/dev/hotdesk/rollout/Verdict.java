package dev.hotdesk.rollout;

import dev.hotdesk.rollout.Tally.Counts;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a candidate is worse than the version that serves, by more than chance explains.
 *
 * <p>A call is bad if it failed, or if it was slow beside those of the version that serves. The
 * candidate goes back once it has at least {@value #FEWEST} bad calls, and that many or more would
 * come with a probability below {@value #CHANCE} were it no worse than tolerated. How often the
 * version that serves fails is taken over the whole rollout and over the last minute, whichever is
 * more: an outage that hits both is nobody's fault.
 */
public final class Verdict {

  static final int FEWEST = 5;
  static final double CHANCE = 1e-5;
  private static final int COMPARABLE = 20;
  private static final double ORDINARILY_SLOW = 0.05;

  private final ErrorBudget budget;

  /** Judges by this budget. */
  public Verdict(ErrorBudget budget) {
    this.budget = budget;
  }

  /**
   * How the version that serves fares.
   *
   * @param all its calls
   * @param recent those of about the last minute
   * @param threads of its own making
   */
  public record Baseline(Counts all, Counts recent, int threads) {}

  /**
   * Why the candidate must go back; empty if it need not.
   *
   * @param candidate its calls
   * @param threads of its own making
   */
  public Optional<String> on(Counts candidate, int threads, Baseline stable) {
    if (threads > stable.threads + budget.threads()) {
      return Optional.of(
          "It leaks: %d threads of its own making; the version that serves has %d."
              .formatted(threads, stable.threads));
    }
    var usual = share(stable.all);
    if (stable.recent.calls() >= FEWEST) {
      usual = Math.max(usual, (double) stable.recent.faults() / stable.recent.calls());
    }
    if (isTooMany(candidate.faults(), candidate.calls(), budget.faults() + usual)) {
      return Optional.of(
          "%d of its %d calls failed; of the version that serves %d of %d."
              .formatted(
                  candidate.faults(), candidate.calls(), stable.all.faults(), stable.all.calls()));
    }
    if (stable.all.calls() < COMPARABLE) {
      return Optional.empty();
    }
    double usually = stable.all.p95Millis();
    if (stable.recent.calls() >= FEWEST) {
      usually = Math.max(usually, stable.recent.p95Millis());
    }
    long slow = candidate.slowerThan(usually + budget.slower().toMillis());
    return isTooMany(slow, candidate.calls(), budget.faults() + ORDINARILY_SLOW)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%d of its %d calls took over %d ms longer than 95 %% of those of the version that"
                    + " serves (%.0f ms).",
                slow,
                candidate.calls(),
                budget.slower().toMillis(),
                usually))
        : Optional.empty();
  }

  /** A careful guess at a rate: with few calls at hand it is not zero. */
  private static double share(Counts counts) {
    return (counts.faults() + 1.0) / (counts.calls() + COMPARABLE);
  }

  private static boolean isTooMany(long bad, long calls, double rate) {
    return bad >= FEWEST && bad > calls * rate && tail(bad, calls, Math.min(rate, 1)) < CHANCE;
  }

  /** How likely it is that of so many calls so many or more are bad, each at this rate. */
  static double tail(long bad, long calls, double rate) {
    if (rate >= 1) {
      return 1;
    }
    double term = 0;
    for (long i = 1; i <= bad; i++) {
      term += Math.log((double) (calls - bad + i) / i);
    }
    term += bad * Math.log(rate) + (calls - bad) * Math.log1p(-rate);
    double next = Math.exp(term);
    double sum = 0;
    for (long k = bad; k <= calls && next > sum * 1e-12; k++) {
      sum += next;
      next *= (double) (calls - k) / (k + 1) * rate / (1 - rate);
    }
    return sum;
  }
}

package dev.hotdesk.api;

import java.time.Instant;

/**
 * An offer of the shop.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Promotion(title, Money.of("300", "CNY"), Money.of("50", "CNY"), starts, ends, terms)
 * }</pre>
 *
 * @param title how the shop calls it
 * @param threshold what must be spent for it; zero if nothing
 * @param discount what is taken off
 * @param starts when it begins
 * @param ends when it is over
 * @param terms the fine print
 */
public record Promotion(
    Text title, Money threshold, Money discount, Instant starts, Instant ends, Text terms) {

  /** Whether it can be used at this moment. */
  public boolean runsAt(Instant now) {
    return !now.isBefore(starts) && now.isBefore(ends);
  }
}

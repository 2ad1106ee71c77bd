package dev.hotdesk.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A waiting customer, and where they wait.
 *
 * @param waiter who waits
 * @param group for whose operators
 * @param lane how soon their turn comes
 * @param skills what the operator must know
 * @param reasons why there
 */
public record Routed(
    Waiter waiter, Group group, Lane lane, Set<String> skills, List<Reason> reasons) {

  /** Copies what it holds. */
  public Routed {
    skills = Set.copyOf(skills);
    reasons = List.copyOf(reasons);
  }

  /** Whether they have waited for so long that they go before every lane. */
  public boolean isOverdue(Instant now) {
    return !waiter.since().plus(group.bound()).isAfter(now);
  }

  /** Whether this operator belongs to the group and knows what they must. */
  public boolean suits(Seat seat) {
    return seat.isIn(group.name()) && seat.skills().containsAll(skills);
  }

  /**
   * The order of service: who is overdue comes first, the oldest of them before the others; then
   * lane by lane, in each the oldest first. So nobody starves: who is overdue is only preceded by
   * those who have waited longer.
   */
  static Comparator<Routed> order(Instant now) {
    return Comparator.comparing((Routed it) -> !it.isOverdue(now))
        .thenComparing(it -> it.isOverdue(now) ? Lane.VIP : it.lane(), Comparator.reverseOrder())
        .thenComparing(it -> it.waiter().since())
        .thenComparing(it -> it.waiter().conversation());
  }
}

package dev.hotdesk.assignment;

import dev.hotdesk.assignment.Reason.Rule;
import dev.hotdesk.session.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives who waits to who has room, in the order of the queue. Each customer's turn comes before
 * that of everybody behind them; who cannot be served now (nobody with the skill has room, or they
 * are kept for their store) holds up nobody else.
 */
public final class Allotment {

  private Allotment() {}

  /**
   * Who of the customers of groups in mode {@link Group.Mode#AUTO} goes to whom now.
   *
   * @param seats everybody at work
   */
  public static List<Assigned> allot(Queue queue, Collection<Seat> seats) {
    var fit = new Fit(seats, queue.now());
    var free = new LinkedHashMap<String, Seat>();
    seats.stream().filter(Allotment::mayBeGiven).forEach(seat -> free.put(seat.login(), seat));
    var assigned = new ArrayList<Assigned>();
    for (var routed : queue.inOrder()) {
      if (free.isEmpty()) {
        break;
      }
      if (routed.group().mode() == Group.Mode.AUTO && !routed.waiter().isHeld(queue.now())) {
        choose(routed, free, fit)
            .ifPresent(
                chosen -> assigned.add(give(routed, chosen, free, fit, queue, assigned.size())));
      }
    }
    return assigned;
  }

  /**
   * Who is the next in line for this operator, who has asked for somebody.
   *
   * @param asking the operator; whatever their status is, as they ask themselves
   * @param seats everybody at work
   */
  public static Optional<Assigned> next(Queue queue, Seat asking, Collection<Seat> seats) {
    if (!asking.hasRoom()) {
      return Optional.empty();
    }
    var fit = new Fit(seats, queue.now());
    return queue.inOrder().stream()
        .filter(routed -> !routed.waiter().isHeld(queue.now()))
        .filter(routed -> fit.suits(routed, asking))
        .findFirst()
        .map(
            routed ->
                new Assigned(
                    routed.waiter().conversation(),
                    asking.login(),
                    List.of(new Reason(Rule.NEXT_IN_LINE, asking.login()))));
  }

  private static boolean mayBeGiven(Seat seat) {
    return seat.status() == Seat.Status.ONLINE && seat.hasRoom();
  }

  private static Optional<Seat> choose(Routed routed, Map<String, Seat> free, Fit fit) {
    return free.values().stream().filter(seat -> fit.suits(routed, seat)).min(preference(routed));
  }

  /** Whom was asked for, who served last, one of the same store, then as the group likes it. */
  private static Comparator<Seat> preference(Routed routed) {
    return Comparator.comparing((Seat seat) -> !isAskedFor(routed, seat))
        .thenComparing(seat -> !isSticky(routed, seat))
        .thenComparing(seat -> !seat.isOf(routed.waiter().store()))
        .thenComparing(
            switch (routed.group().strategy()) {
              case ROUND_ROBIN -> Comparator.comparing(Seat::lastGiven);
              case LEAST_BUSY ->
                  Comparator.<Seat>comparingDouble(
                          seat -> (double) seat.serving() / Math.max(1, seat.capacity()))
                      .thenComparing(Seat::lastGiven);
            })
        .thenComparing(Seat::login);
  }

  private static boolean isAskedFor(Routed routed, Seat seat) {
    return routed.waiter().target().equals(new Target.Operator(seat.login()));
  }

  private static boolean isSticky(Routed routed, Seat seat) {
    return routed.group().isSticky() && routed.waiter().servedBy().equals(seat.login());
  }

  private static Assigned give(
      Routed routed, Seat chosen, Map<String, Seat> free, Fit fit, Queue queue, int turn) {
    // A moment later than the one before, or all would seem to be given at once and have no turns.
    var given = chosen.given(queue.now().plusNanos(turn + 1));
    if (given.hasRoom()) {
      free.put(given.login(), given);
    } else {
      free.remove(given.login());
    }
    var reasons = new ArrayList<Reason>();
    if (routed.isOverdue(queue.now())) {
      reasons.add(overdue(routed));
    }
    reasons.add(why(routed, chosen, fit));
    return new Assigned(routed.waiter().conversation(), chosen.login(), reasons);
  }

  static Reason overdue(Routed routed) {
    return new Reason(Rule.OVERDUE, Long.toString(routed.group().bound().toSeconds()));
  }

  private static Reason why(Routed routed, Seat chosen, Fit fit) {
    var store = routed.waiter().store();
    if (isAskedFor(routed, chosen)) {
      return new Reason(Rule.ASKED_FOR, chosen.login());
    }
    if (isSticky(routed, chosen)) {
      return new Reason(Rule.SERVED_LAST, chosen.login());
    }
    if (!store.isEmpty() && chosen.isOf(store)) {
      return new Reason(Rule.SAME_STORE, chosen.login(), store);
    }
    if (!store.isEmpty() && fit.isOverflowing(routed)) {
      return new Reason(
          Rule.STORE_OVERFLOW,
          chosen.login(),
          store,
          Long.toString(routed.group().overflow().toSeconds()));
    }
    return switch (routed.group().strategy()) {
      case ROUND_ROBIN -> new Reason(Rule.ROUND_ROBIN, chosen.login());
      case LEAST_BUSY ->
          new Reason(Rule.LEAST_BUSY, chosen.login(), chosen.serving() + "/" + chosen.capacity());
    };
  }
}

package dev.hotdesk.assignment;

import dev.hotdesk.assignment.Reason.Rule;
import dev.hotdesk.session.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who may serve whom, leaving out whether they have room for it now. */
final class Fit {

  private final Collection<Seat> seats;
  private final Instant now;

  /**
   * At this moment.
   *
   * @param seats everybody at work, whether they have room or not
   */
  Fit(Collection<Seat> seats, Instant now) {
    this.seats = seats;
    this.now = now;
  }

  /** Whether this operator may serve this customer now. */
  boolean suits(Routed routed, Seat seat) {
    return routed.suits(seat)
        && (!isHandedAwayBy(routed, seat) || routed.isOverdue(now))
        && reserved(routed).map(login -> login.equals(seat.login())).orElse(true)
        && (!isKeptForStore(routed) || seat.isOf(routed.waiter().store()));
  }

  /** Who has handed a customer to a group or a store is not given them again. */
  private static boolean isHandedAwayBy(Routed routed, Seat seat) {
    return routed.waiter().servedBy().equals(seat.login())
        && switch (routed.waiter().target()) {
          case Target.Group _, Target.Store _ -> true;
          case Target.Anyone _, Target.Operator _ -> false;
        };
  }

  /** The operator for whom somebody is kept. */
  private Optional<String> reserved(Routed routed) {
    return routed.waiter().target() instanceof Target.Operator(var login)
            && !isOverflowing(routed)
            && seats.stream().anyMatch(seat -> seat.login().equals(login) && seat.isAtWork())
        ? Optional.of(login)
        : Optional.empty();
  }

  /** Whether somebody is kept for their own store: for a while, if one of its people is at work. */
  boolean isKeptForStore(Routed routed) {
    var store = routed.waiter().store();
    return !store.isEmpty()
        && !isOverflowing(routed)
        && reserved(routed).isEmpty()
        && seats.stream()
            .anyMatch(seat -> seat.isAtWork() && seat.isOf(store) && routed.suits(seat));
  }

  /** Who is overdue is kept for nobody. */
  boolean isOverflowing(Routed routed) {
    return routed.isOverdue(now)
        || !routed.waiter().since().plus(routed.group().overflow()).isAfter(now);
  }

  /** Why somebody is not served yet, or for whom they are kept. */
  Optional<Reason> whyWaiting(Routed routed) {
    var waiter = routed.waiter();
    if (waiter.hold().isPresent() && waiter.isHeld(now)) {
      var hold = waiter.hold().get();
      return Optional.of(
          new Reason(
              Rule.HELD,
              List.of(
                  Reason.same(hold.by()), hold.reason(), Reason.same(hold.until().toString()))));
    }
    var able = seats.stream().filter(seat -> seat.isAtWork() && routed.suits(seat)).toList();
    if (able.isEmpty()) {
      return Optional.of(
          routed.skills().isEmpty()
              ? new Reason(Rule.NOBODY_AT_WORK, routed.group().name())
              : new Reason(
                  Rule.NOBODY_WITH_SKILLS,
                  routed.group().name(),
                  String.join(", ", routed.skills().stream().sorted().toList())));
    }
    var reserved = reserved(routed);
    if (reserved.isPresent()) {
      return Optional.of(new Reason(Rule.KEPT_FOR_OPERATOR, reserved.get()));
    }
    if (isKeptForStore(routed)) {
      return Optional.of(
          new Reason(
              Rule.KEPT_FOR_STORE,
              waiter.store(),
              Long.toString(routed.group().overflow().toSeconds())));
    }
    return able.stream().anyMatch(seat -> seat.status() == Seat.Status.ONLINE && seat.hasRoom())
        ? Optional.empty()
        : Optional.of(new Reason(Rule.ALL_FULL, routed.group().name()));
  }
}

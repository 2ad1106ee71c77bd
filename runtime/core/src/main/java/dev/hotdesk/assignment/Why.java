package dev.hotdesk.assignment;

import dev.hotdesk.assignment.Reason.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Answers “why is this chat here?” for somebody who waits. */
public final class Why {

  private Why() {}

  /** Why they wait for this group, in this place, and for what. */
  public static List<Reason> waits(Routed routed, Queue queue, Collection<Seat> seats) {
    var reasons = new ArrayList<>(routed.reasons());
    var waiter = routed.waiter();
    if (!waiter.store().isEmpty()) {
      reasons.add(new Reason(Rule.STORE, waiter.store()));
    }
    if (!routed.skills().isEmpty()) {
      reasons.add(
          new Reason(Rule.SKILLS, String.join(", ", routed.skills().stream().sorted().toList())));
    }
    if (routed.isOverdue(queue.now())) {
      reasons.add(Allotment.overdue(routed));
    }
    queue
        .position(waiter.conversation())
        .ifPresent(
            position ->
                reasons.add(
                    new Reason(
                        Rule.POSITION,
                        Integer.toString(position),
                        routed.lane().word(),
                        waiter.since().toString())));
    new Fit(seats, queue.now()).whyWaiting(routed).ifPresent(reasons::add);
    reasons.add(
        switch (routed.group().mode()) {
          case PICK -> new Reason(Rule.MODE_PICK, routed.group().name());
          case NEXT -> new Reason(Rule.MODE_NEXT, routed.group().name());
          case AUTO -> new Reason(Rule.MODE_AUTO, routed.group().name());
        });
    return reasons;
  }
}

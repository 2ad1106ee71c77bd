package dev.hotdesk.function;

import dev.hotdesk.api.Invocation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns timers and schedules that are due into deliveries. When a schedule is to ring next is kept
 * by the clockwork, so that it rings once for all nodes, and after a standstill once for all that
 * was missed; here is only a copy, which saves asking. Used by one thread.
 */
final class Planner {

  private static final int MOST_AT_A_TIME = 100;

  private final Clockwork clockwork;
  private final FunctionBounds bounds;
  private final Map<Clockwork.Schedule, Instant> copies = new HashMap<>();

  Planner(Clockwork clockwork, FunctionBounds bounds) {
    this.clockwork = clockwork;
    this.bounds = bounds;
  }

  void plan(Subscriptions wanted, Instant now) {
    for (var timer : wanted.timers()) {
      int rang = MOST_AT_A_TIME;
      while (rang == MOST_AT_A_TIME) {
        rang = clockwork.ring(timer.getKey(), timer.getValue(), now, MOST_AT_A_TIME, wanted::of);
      }
    }
    var planned = wanted.schedules();
    planned.forEach(it -> ring(it, now));
    if (copies.size() > planned.size()) {
      copies.keySet().retainAll(planned.stream().map(Subscriptions.Planned::schedule).toList());
    }
  }

  private void ring(Subscriptions.Planned planned, Instant now) {
    var schedule = planned.schedule();
    var copy = copies.get(schedule);
    if (copy != null && copy.isAfter(now)) {
      return;
    }
    var next = new Crontab(planned.trigger().cron()).next(now, planned.trigger().zone());
    if (next.isEmpty()) {
      return;
    }
    var due = clockwork.next(schedule, next.get());
    if (due.isAfter(now)) {
      copies.put(schedule, due);
      return;
    }
    boolean isWorthIt = due.isAfter(now.minus(bounds.keep()));
    clockwork.ring(
        schedule,
        due,
        next.get(),
        isWorthIt ? Optional.of(occasion(planned, due)) : Optional.empty());
    copies.put(schedule, next.get());
  }

  private static Occasion occasion(Subscriptions.Planned planned, Instant due) {
    return planned.subscriber().occasion("schedule/" + due, due, new Invocation.Cause.Time(due));
  }
}

package dev.hotdesk.server.assignment;

import dev.hotdesk.api.Screened;
import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.routing.QueueAdvisors.Advised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found wrong with a conversation so far.
 *
 * @param flags what operators are warned of, the latest last
 * @param hold why and until when it is given to nobody by itself
 * @param limited until when its customer's messages are refused
 */
record Suspicion(List<Advice.Flag> flags, Optional<Waiter.Hold> hold, Instant limited) {

  static final Suspicion NONE = new Suspicion(List.of(), Optional.empty(), Instant.EPOCH);

  static final Duration LONGEST_HOLD = Duration.ofMinutes(15);
  static final Duration LONGEST_LIMIT = Duration.ofMinutes(5);
  private static final int MOST_FLAGS = 10;

  Suspicion {
    flags = List.copyOf(flags);
  }

  /** With what a plugin has found now. */
  Suspicion and(Advised<Screened> advised, Instant now) {
    return switch (advised.advice()) {
      case Screened.Clear() -> this;
      case Screened.Flagged(var why) -> flagged(new Advice.Flag(advised.plugin(), why));
      case Screened.Held(var why, var time) -> {
        var until = now.plus(shorter(time, LONGEST_HOLD));
        var kept = hold.filter(it -> it.until().isAfter(until));
        var next = kept.or(() -> Optional.of(new Waiter.Hold(why, advised.plugin(), until)));
        yield new Suspicion(flags, next, limited).flagged(new Advice.Flag(advised.plugin(), why));
      }
      case Screened.Limited(var why, var time) -> {
        var until = now.plus(shorter(time, LONGEST_LIMIT));
        yield new Suspicion(flags, hold, until.isAfter(limited) ? until : limited)
            .flagged(new Advice.Flag(advised.plugin(), why));
      }
    };
  }

  private Suspicion flagged(Advice.Flag flag) {
    var others = flags.stream().filter(it -> !it.equals(flag)).toList();
    return new Suspicion(
        Stream.concat(
                others.stream().skip(Math.max(0, others.size() + 1L - MOST_FLAGS)), Stream.of(flag))
            .toList(),
        hold,
        limited);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.session.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for sessions that stand as none may stand. Each of these is a fault of ours: there should
 * never be one, and if there is, it has a name. What is odd for a moment only, as news is on its
 * way, does not count.
 */
public final class Inspection {

  private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);
  private static final int MOST_LATE = 1_000;

  private final Journal journal;
  private final Room room;
  private final Duration moment;
  private final Clock clock;
  private volatile Map<Odd, Instant> seen = Map.of();
  private volatile List<Odd> odd = List.of();

  /** What is odd for longer than a moment counts. */
  public Inspection(Journal journal, Room room, Duration moment, Clock clock) {
    this.journal = journal;
    this.room = room;
    this.moment = moment;
    this.clock = clock;
  }

  /** What no session may be. */
  public enum Rule {
    /** The customer waits, and no operator sees it. */
    WAITING_IN_NO_QUEUE,
    /** An operator serves who is not there. */
    SERVED_BY_NOBODY,
    /** Operators see a session with somebody in it, and there is nobody. */
    STALE_ON_DESK,
    /** Something should have happened by itself, and has not. */
    TIMER_NOT_RUNG;

    /** The word for it in metrics. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A session that breaks a rule. */
  public record Odd(Rule rule, String conversation) {}

  /** Looks now; returns what is odd, and has been for longer than a moment. */
  public List<Odd> look() {
    var now = clock.instant();
    var before = seen;
    var found = new HashMap<Odd, Instant>();
    Stream.concat(ofJournal(journal.attended()), late(now))
        .forEach(it -> found.put(it, before.getOrDefault(it, now)));
    seen = Map.copyOf(found);
    var latest =
        found.entrySet().stream()
            .filter(it -> !it.getValue().plus(moment).isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    latest.stream()
        .filter(it -> !odd.contains(it))
        .forEach(it -> LOG.error("Session of {} is odd: {}", it.conversation(), it.rule().word()));
    odd = latest;
    return latest;
  }

  /** What the last look found. */
  public List<Odd> odd() {
    return odd;
  }

  /** How many break a rule, as of the last look. */
  public long count(Rule rule) {
    return odd.stream().filter(it -> it.rule() == rule).count();
  }

  private Stream<Odd> ofJournal(List<Conversation> attended) {
    var ids = attended.stream().map(Conversation::id).collect(Collectors.toSet());
    var stale =
        room.desk().attended().stream()
            .filter(id -> !ids.contains(id))
            .map(id -> new Odd(Rule.STALE_ON_DESK, id));
    return Stream.concat(attended.stream().flatMap(this::of), stale);
  }

  private Stream<Odd> of(Conversation stored) {
    return switch (stored.session().state()) {
      case State.Waiting _ ->
          room.desk()
                  .card(stored.id())
                  .filter(card -> card.state() instanceof State.Waiting)
                  .isPresent()
              ? Stream.of()
              : Stream.of(new Odd(Rule.WAITING_IN_NO_QUEUE, stored.id()));
      case State.OperatorServing _, State.Transferring _, State.WrapUp _ ->
          room.isAnywhere(stored.session().state().operator())
              ? Stream.of()
              : Stream.of(new Odd(Rule.SERVED_BY_NOBODY, stored.id()));
      case State.BotServing _, State.Offline _, State.Survey _, State.Snoozed _, State.Closed _ ->
          Stream.of();
    };
  }

  private Stream<Odd> late(Instant now) {
    return journal.due(now.minus(moment), MOST_LATE).stream()
        .map(it -> new Odd(Rule.TIMER_NOT_RUNG, it.id()));
  }
}

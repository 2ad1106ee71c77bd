package dev.hotdesk.session;

import dev.hotdesk.api.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When what happened in an episode; the timers follow from it.
 *
 * @param begun when the episode began
 * @param entered when the session came into its present state
 * @param changed when anything happened
 * @param asked when the customer first waited for a person
 * @param answered when a person first said something
 * @param customerSpoke the customer's latest words
 * @param serverSpoke the latest words of a person or the bot
 * @param spent how long the customer has waited for a person's words, all in all, without the time
 *     since {@code owedSince}
 * @param owedSince since when the customer waits for a person's words; empty while it is for the
 *     customer to speak
 * @param overdue which bounds were exceeded and noted
 */
public record Times(
    Instant begun,
    Instant entered,
    Instant changed,
    Optional<Instant> asked,
    Optional<Instant> answered,
    Optional<Instant> customerSpoke,
    Optional<Instant> serverSpoke,
    Duration spent,
    Optional<Instant> owedSince,
    Set<Timer> overdue) {

  /** Copies the set. */
  public Times {
    overdue = Set.copyOf(overdue);
  }

  /** Of an episode that begins now. */
  public static Times begin(Instant now) {
    return new Times(
        now,
        now,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty(),
        Set.of());
  }

  /** The customer's place in the queue: since they first waited for a person. */
  public Instant place() {
    return asked.orElse(begun);
  }

  /** How long the customer has waited for a person's words by now, all in all. */
  public Duration spentAt(Instant now) {
    return owedSince.map(since -> spent.plus(between(since, now))).orElse(spent);
  }

  /** After these entries, which led to this state. */
  Times after(List<Entry> entries, State state, Instant now) {
    var times = this;
    for (var entry : entries) {
      times = times.after(entry, now);
    }
    return times.owing(times.owes(state), now);
  }

  private Times after(Entry entry, Instant now) {
    return switch (entry) {
      case Entry.Moved moved when moved.begins() -> begin(now);
      case Entry.Moved(var state, _, _, _) ->
          with(
              now,
              now,
              state instanceof State.Waiting ? asked.or(() -> Optional.of(now)) : asked,
              answered,
              customerSpoke,
              serverSpoke,
              overdue);
      case Entry.Said said when said.author() == Author.CUSTOMER -> customerSpoke(now);
      case Entry.Left _ -> customerSpoke(now);
      case Entry.Said said ->
          with(
                  entered,
                  now,
                  asked,
                  said.author() == Author.OPERATOR ? answered.or(() -> Optional.of(now)) : answered,
                  customerSpoke,
                  Optional.of(now),
                  overdue)
              .owing(owedSince.isPresent() && said.author() != Author.OPERATOR, now);
      case Entry.Overdue(var timer) ->
          with(
              entered,
              now,
              asked,
              answered,
              customerSpoke,
              serverSpoke,
              Stream.concat(overdue.stream(), Stream.of(timer)).collect(Collectors.toSet()));
      case Entry.Understood _,
          Entry.Viewed _,
          Entry.Identified _,
          Entry.Described _,
          Entry.Corrected _,
          Entry.Noticed _,
          Entry.Recalled _,
          Entry.Rated _ ->
          with(entered, now, asked, answered, customerSpoke, serverSpoke, overdue);
    };
  }

  private Times customerSpoke(Instant now) {
    return with(entered, now, asked, answered, Optional.of(now), serverSpoke, overdue)
        .owing(true, now);
  }

  /** Whether a person's words are due in this state. */
  private boolean owes(State state) {
    return switch (state) {
      case State.Waiting _ -> true;
      case State.OperatorServing _, State.Transferring _ -> owedSince.isPresent() || isUnanswered();
      case State.BotServing _,
          State.WrapUp _,
          State.Offline _,
          State.Survey _,
          State.Snoozed _,
          State.Closed _ ->
          false;
    };
  }

  private boolean isUnanswered() {
    return customerSpoke.isPresent() && serverSpoke.map(customerSpoke.get()::isAfter).orElse(true);
  }

  private Times owing(boolean owes, Instant now) {
    if (owes == owedSince.isPresent()) {
      return this;
    }
    return new Times(
        begun,
        entered,
        changed,
        asked,
        answered,
        customerSpoke,
        serverSpoke,
        spentAt(now),
        owes ? Optional.of(now) : Optional.empty(),
        overdue);
  }

  private Times with(
      Instant entered,
      Instant changed,
      Optional<Instant> asked,
      Optional<Instant> answered,
      Optional<Instant> customerSpoke,
      Optional<Instant> serverSpoke,
      Set<Timer> overdue) {
    return new Times(
        begun,
        entered,
        changed,
        asked,
        answered,
        customerSpoke,
        serverSpoke,
        spent,
        owedSince,
        overdue);
  }

  /** The clocks of two nodes may differ: time never runs backwards here. */
  private static Duration between(Instant since, Instant now) {
    return now.isAfter(since) ? Duration.between(since, now) : Duration.ZERO;
  }
}

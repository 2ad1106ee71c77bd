package dev.hotdesk.session;

import dev.hotdesk.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When time brings something about in a session: a function of how it stands. */
public final class Timers {

  private final Times times;
  private final Patience patience;
  private final OpeningHours hours;
  private final Instant now;

  private Timers(Times times, Patience patience, OpeningHours hours, Instant now) {
    this.times = times;
    this.patience = patience;
    this.hours = hours;
    this.now = now;
  }

  /**
   * What comes next if nothing else happens; what should have come already is due in the past.
   *
   * @param hours of the store for which the customer waits
   */
  public static Optional<Alarm> next(
      Session session, Patience patience, OpeningHours hours, Instant now) {
    return new Timers(session.times(), patience, hours, now)
        .of(session.state())
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Alarm::due).thenComparing(Alarm::timer));
  }

  private Stream<Optional<Alarm>> of(State state) {
    return switch (state) {
      case State.BotServing(var unanswered) ->
          unanswered.isEmpty()
              ? Stream.of(after(times.changed(), patience.quiet(), Timer.QUIET))
              : Stream.of();
      case State.Waiting _ -> Stream.of(firstAnswer(), sla(), shopCloses());
      case State.OperatorServing _ -> Stream.of(firstAnswer(), sla(), silent(), inactive());
      case State.Transferring _ ->
          Stream.of(
              firstAnswer(),
              sla(),
              after(times.entered(), patience.transfer(), Timer.TRANSFER_UNANSWERED));
      case State.WrapUp _ ->
          Stream.of(
              at(
                  times.entered().plus(patience.wrapUp()),
                  patience.afterWrapUp() == Ending.SURVEY ? Timer.SURVEY_DUE : Timer.WRAP_UP_OVER));
      case State.Survey _ ->
          Stream.of(at(times.entered().plus(patience.survey()), Timer.SURVEY_OVER));
      case State.Snoozed(_, var until, _) -> Stream.of(at(until, Timer.SNOOZE_OVER));
      case State.Offline _ ->
          Stream.of(hours.opens(now).map(it -> new Alarm(Timer.SHOP_OPENS, it)));
      case State.Closed _ -> Stream.of();
    };
  }

  private Optional<Alarm> shopCloses() {
    return hours.closes(now).map(it -> new Alarm(Timer.SHOP_CLOSES, it));
  }

  private Optional<Alarm> firstAnswer() {
    return times.answered().isEmpty()
        ? owed(patience.firstAnswer(), Timer.FIRST_ANSWER)
        : Optional.empty();
  }

  private Optional<Alarm> sla() {
    return owed(patience.sla(), Timer.SLA);
  }

  /** The clock of these stands while it is for the customer to speak. */
  private Optional<Alarm> owed(Duration bound, Timer timer) {
    return times.overdue().contains(timer)
        ? Optional.empty()
        : times
            .owedSince()
            .filter(_ -> bound.isPositive())
            .map(since -> new Alarm(timer, since.plus(bound).minus(times.spent())));
  }

  private Optional<Alarm> silent() {
    return times
        .owedSince()
        .map(since -> since.isAfter(times.entered()) ? since : times.entered())
        .flatMap(since -> after(since, patience.silence(), Timer.OPERATOR_SILENT));
  }

  private Optional<Alarm> inactive() {
    return times.owedSince().isPresent()
        ? Optional.empty()
        : after(times.changed(), patience.inactive(), Timer.QUIET);
  }

  private static Optional<Alarm> after(Instant since, Duration bound, Timer timer) {
    return bound.isPositive() ? at(since.plus(bound), timer) : Optional.empty();
  }

  private static Optional<Alarm> at(Instant due, Timer timer) {
    return Optional.of(new Alarm(timer, due));
  }
}

package dev.hotdesk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Reply;
import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import dev.hotdesk.session.Event.Insight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What time brings about next, minute by minute of a session's life. */
class TimersTest {

  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Insight INSIGHT = new Insight("", 0, Map.of(), "", 1);

  private Patience patience =
      new Patience(
          Duration.ofMinutes(120),
          Duration.ofMinutes(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofMinutes(15));
  private OpeningHours hours = OpeningHours.ALWAYS;
  private Session session = Session.fresh(EIGHT);
  private Instant now = EIGHT;

  @Test
  void a_customer_of_the_bot_has_time_until_they_are_quiet_for_too_long() {
    at(1).says();
    assertNothing();
    at(2).answers(Reply.say("so"));
    assertNext(Timer.QUIET, 122);
    at(60).happens(new Event.CustomerViewed("SKU"));
    assertNext(Timer.QUIET, 180);
  }

  @Test
  void who_waits_is_answered_soon_or_it_is_noted_once() {
    at(1).says().answers(Reply.handOver("why"));
    assertNext(Timer.FIRST_ANSWER, 4);
    at(4).happens(new Event.TimerRang(Timer.FIRST_ANSWER, now));
    assertThat(session.times().overdue()).isEqualTo(Set.of(Timer.FIRST_ANSWER));
    assertNext(Timer.SLA, 11);
    at(11).happens(new Event.TimerRang(Timer.SLA, now));
    assertNothing();
  }

  @Test
  void a_silent_operator_loses_the_customer() {
    at(1).says().answers(Reply.handOver("why"));
    at(2).happens(new Event.OperatorTook("amy"));
    assertNext(Timer.FIRST_ANSWER, 4);
    at(3).happens(new Event.OperatorSaid("amy", "o-1", "yes?"));
    assertThat(session.times().answered()).contains(minute(3));
    assertThat(session.times().spentAt(minute(9))).isEqualTo(Duration.ofMinutes(2));
    assertNext(Timer.QUIET, 33);
    at(10).says();
    assertNext(Timer.OPERATOR_SILENT, 15);
    at(14).says();
    assertNext(Timer.OPERATOR_SILENT, 15);
    at(14).happens(new Event.OperatorSaid("amy", "o-2", "well"));
    assertThat(session.times().spentAt(now)).isEqualTo(Duration.ofMinutes(6));
    at(20).says();
    assertNext(Timer.SLA, 24);
  }

  @Test
  void who_was_taken_from_the_bot_without_an_answer_is_owed_one() {
    at(1).says();
    at(2).happens(new Event.OperatorTook("amy"));
    assertNext(Timer.FIRST_ANSWER, 5);
    assertThat(session.times().place()).isEqualTo(EIGHT);
    at(3).happens(new Event.OperatorLeft("amy"));
    assertThat(session.state()).isEqualTo(new State.Waiting("operator_left", EIGHT));
  }

  @Test
  void who_was_taken_from_the_bot_after_an_answer_is_owed_none() {
    at(1).says();
    at(2).answers(Reply.say("so"));
    at(3).happens(new Event.OperatorTook("amy"));
    assertNext(Timer.QUIET, 33);
  }

  @Test
  void offers_notes_surveys_and_what_is_put_aside_have_their_time() {
    at(1).says().happens(new Event.OperatorTook("amy"));
    at(2).happens(new Event.OperatorSaid("amy", "o-1", "yes"));
    at(3)
        .happens(
            new Event.OperatorTransferred("amy", new Target.Group("returns"), "refund", "tall"));
    assertNext(Timer.TRANSFER_UNANSWERED, 5);
    at(4).happens(new Event.TransferEnded("amy"));
    at(5).happens(new Event.OperatorSnoozed("amy", minute(90), "depot"));
    assertNext(Timer.SNOOZE_OVER, 90);
    at(6).happens(new Event.OperatorWoke("amy"));
    at(7).happens(new Event.OperatorClosed("amy", Ending.WRAP_UP));
    assertNext(Timer.SURVEY_DUE, 8);
    at(8).happens(new Event.TimerRang(Timer.SURVEY_DUE, now));
    assertNext(Timer.SURVEY_OVER, 23);
    at(9).happens(new Event.CustomerRated("r-1", 5, ""));
    assertNothing();
  }

  @Test
  void nothing_that_is_off_rings() {
    var off = Duration.ZERO;
    patience = new Patience(off, off, off, off, off, off, off, off);
    assertNothing();
    at(1).says().answers(Reply.handOver("why"));
    assertNothing();
    at(2).happens(new Event.OperatorTook("amy"));
    assertNothing();
    at(3).happens(new Event.OperatorTransferred("amy", new Target.Anyone(), "", ""));
    assertNothing();
    at(4).happens(new Event.OperatorClosed("amy", Ending.WRAP_UP));
    assertNext(Timer.WRAP_UP_OVER, 4);
    assertThat(patience.ending()).isEqualTo(Ending.CLOSED);
    assertThat(Patience.DEFAULT.ending()).isEqualTo(Ending.CLOSED);
  }

  @Test
  void the_clock_of_the_shop_stands_while_it_is_closed() {
    hours =
        new OpeningHours(
            ZoneOffset.UTC, OpeningHours.daily(List.of(Period.of("07:00-08:02"))), Map.of());
    at(1).says().answers(Reply.handOver("why"));
    assertNext(Timer.SHOP_CLOSES, 2);
    at(2).happens(new Event.TimerRang(Timer.SHOP_CLOSES, now));
    assertNext(Timer.SHOP_OPENS, 23 * 60);
    assertThat(session.times().spentAt(minute(600))).isEqualTo(Duration.ofMinutes(1));
    at(23 * 60).happens(new Event.TimerRang(Timer.SHOP_OPENS, now));
    assertThat(session.state()).isEqualTo(new State.Waiting("why", minute(1)));
    assertNext(Timer.FIRST_ANSWER, 23 * 60 + 2);
  }

  private TimersTest at(int minutes) {
    now = minute(minutes);
    return this;
  }

  private static Instant minute(int minutes) {
    return EIGHT.plus(Duration.ofMinutes(minutes));
  }

  private TimersTest says() {
    return happens(new Event.CustomerSaid("c-" + session.lastSequence(), "hello"));
  }

  private void answers(Reply reply) {
    var ask = session.ask().orElseThrow();
    happens(
        new Event.AgentReplied(ask.epoch(), ask.question().sequence(), INSIGHT, "orders", reply));
  }

  private TimersTest happens(Event event) {
    var step = SessionMachine.step(session, event, now);
    assertThat(step.changes()).as("" + event).isTrue();
    session = step.next();
    return this;
  }

  private void assertNext(Timer timer, int minutes) {
    assertThat(Timers.next(session, patience, hours, now))
        .isEqualTo(Optional.of(new Alarm(timer, minute(minutes))));
  }

  private void assertNothing() {
    assertThat(Timers.next(session, patience, hours, now)).isEmpty();
  }
}

package dev.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Reply;
import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Ending;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Patience;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import dev.hotdesk.session.Timer;
import dev.hotdesk.testkit.MemoryJournal;
import dev.hotdesk.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmsTest {

  private static final String ID = "web.one";

  /** Nine o'clock in Shanghai. */
  private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

  private static final Patience PATIENCE =
      new Patience(
          Duration.ofHours(2),
          Duration.ofMinutes(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofMinutes(15));

  private final MemoryJournal journal = new MemoryJournal();
  private final VirtualClock clock = new VirtualClock(MORNING);
  private OpeningHours hours = OpeningHours.ALWAYS;
  private boolean isMine = true;
  private String wanted = "";

  private final Timing timing = new Timing(PATIENCE, _ -> hours);
  private final SessionProcessor processor =
      new SessionProcessor(
          journal,
          request ->
              new Answer(
                  new Event.AgentReplied(
                      request.ask().epoch(),
                      request.ask().question().sequence(),
                      new Event.Insight("greeting", 1, Map.of(), "desk@1", 1),
                      "desk",
                      wanted.isEmpty() ? Reply.say("hello") : Reply.handOver(wanted)),
                  Dialogue.NONE),
          (_, _) -> {},
          Runnable::run,
          clock,
          Peers.NONE,
          timing);
  private final Alarms alarms = new Alarms(journal, processor, timing, () -> isMine, clock);

  @Test
  void ends_the_session_of_a_customer_who_went_away() {
    says("hi");

    pass(Duration.ofMinutes(119));
    assertThat(state()).isEqualTo("bot");
    pass(Duration.ofMinutes(1));
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void looks_again_when_a_customer_was_here_meanwhile() {
    says("hi");
    pass(Duration.ofMinutes(90));
    says("and?");
    var due = journal.find(ID).orElseThrow().due();

    pass(Duration.ofMinutes(30));
    assertThat(state()).isEqualTo("bot");
    assertThat(journal.find(ID).orElseThrow().due())
        .isNotEqualTo(due)
        .contains(MORNING.plus(Duration.ofMinutes(210)));
    pass(Duration.ofMinutes(90));
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void leaves_the_work_to_the_server_whose_duty_it_is() {
    says("hi");
    isMine = false;
    pass(Duration.ofHours(3));
    assertThat(state()).isEqualTo("bot");
  }

  @Test
  void notes_who_waits_for_too_long_and_stops_the_clock_while_it_is_for_the_customer_to_speak() {
    waits();
    pass(Duration.ofMinutes(4));
    assertThat(overdue()).containsExactly(Timer.FIRST_ANSWER);

    processor.handle(ID, new Event.OperatorTook("amy"));
    processor.handle(ID, new Event.OperatorSaid("amy", "o-1", "which order?"));
    pass(Duration.ofMinutes(20));
    assertThat(overdue()).containsExactly(Timer.FIRST_ANSWER);
    says("this one");
    pass(Duration.ofMinutes(4));
    processor.handle(ID, new Event.OperatorSaid("amy", "o-2", "I look"));
    says("well?");
    pass(Duration.ofMinutes(2));
    assertThat(overdue()).containsExactlyInAnyOrder(Timer.FIRST_ANSWER, Timer.SLA);
  }

  @Test
  void brings_the_customer_of_a_silent_operator_back_to_the_front() {
    waits();
    pass(Duration.ofMinutes(1));
    processor.handle(ID, new Event.OperatorTook("amy"));
    pass(Duration.ofMinutes(5));
    assertThat(stored().session().state()).isEqualTo(new State.Waiting("operator_silent", MORNING));
  }

  @Test
  void gives_an_unanswered_offer_back_and_one_to_a_group_to_its_queue() {
    waits();
    processor.handle(ID, new Event.OperatorTook("amy"));
    processor.handle(ID, new Event.OperatorTransferred("amy", new Target.Operator("ben"), "", ""));
    pass(Duration.ofMinutes(2));
    assertThat(stored().session().state()).isEqualTo(new State.OperatorServing("amy"));

    var group = new Target.Group("returns");
    processor.handle(ID, new Event.OperatorTransferred("amy", group, "refund", "tall"));
    pass(Duration.ofMinutes(2));
    assertThat(stored().session().state())
        .isEqualTo(new State.Waiting("transfer_unanswered", group, MORNING));
  }

  @Test
  void goes_from_wrap_up_to_survey_to_the_end() {
    waits();
    processor.handle(ID, new Event.OperatorTook("amy"));
    processor.handle(ID, new Event.OperatorClosed("amy", Ending.WRAP_UP));
    pass(Duration.ofMinutes(1));
    assertThat(state()).isEqualTo("survey");
    pass(Duration.ofMinutes(15));
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void brings_back_what_was_put_aside() {
    waits();
    processor.handle(ID, new Event.OperatorTook("amy"));
    var later = MORNING.plus(Duration.ofDays(1));
    processor.handle(ID, new Event.OperatorSnoozed("amy", later, "call the depot"));
    pass(Duration.ofHours(23));
    assertThat(state()).isEqualTo("snoozed");
    pass(Duration.ofHours(1));
    assertThat(stored().session().state())
        .isEqualTo(new State.Waiting("snooze_over", new Target.Operator("amy"), MORNING));
  }

  @Test
  void takes_a_message_while_the_shop_is_closed_and_brings_a_person_when_it_opens() {
    openFromTenToSix();
    waits();
    assertThat(state()).isEqualTo("offline");
    processor.handle(ID, new Event.MessageLeft("l-1", "call me", "138"));
    pass(Duration.ofMinutes(59));
    assertThat(state()).isEqualTo("offline");
    pass(Duration.ofMinutes(1));
    assertThat(stored().session().state()).isEqualTo(new State.Waiting("complaint", MORNING));
    pass(Duration.ofHours(8));
    assertThat(state()).isEqualTo("offline");
  }

  @Test
  void looks_earlier_when_hours_have_changed() {
    waits();
    openFromTenToSix();
    assertThat(alarms.sweep()).isZero();
    assertThat(alarms.refresh()).isEqualTo(1);
    assertThat(alarms.sweep()).isEqualTo(1);
    assertThat(state()).isEqualTo("offline");
    assertThat(alarms.refresh()).isZero();
  }

  private void openFromTenToSix() {
    hours =
        new OpeningHours(
            ZoneId.of("Asia/Shanghai"),
            OpeningHours.daily(List.of(Period.of("10:00-18:00"))),
            Map.of());
  }

  private void waits() {
    wanted = "complaint";
    says("a person, please");
  }

  private void pass(Duration time) {
    clock.turn(time);
    alarms.sweep();
  }

  private void says(String text) {
    processor.handle(ID, new Event.CustomerSaid("c-" + stored(0), text));
  }

  private long stored(long otherwise) {
    return journal.find(ID).map(it -> it.session().lastSequence()).orElse(otherwise);
  }

  private Conversation stored() {
    return journal.find(ID).orElseThrow();
  }

  private java.util.Set<Timer> overdue() {
    return stored().session().times().overdue();
  }

  private String state() {
    return stored().session().state().word();
  }
}

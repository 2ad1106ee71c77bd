package dev.hotdesk.server.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Timing;
import dev.hotdesk.hours.Timetable;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Alarm;
import dev.hotdesk.session.Patience;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.SessionMachine;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import dev.hotdesk.session.Timer;
import dev.hotdesk.session.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttendedTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final AtomicLong nanos = new AtomicLong(-1);
  private final Attended attended =
      new Attended(Timetable.ALWAYS, Duration.ofMinutes(2), nanos::get);
  private final Timing timing = new Timing(Patience.DEFAULT, attended);

  @Test
  void who_waits_may_leave_a_message_once_nobody_has_been_there_for_long() {
    assertThat(attended.look(false, true)).isTrue();
    pass(Duration.ofSeconds(119));
    assertThat(attended.look(false, true)).isFalse();
    assertThat(timing.next(waiting(), NOW)).isEmpty();

    pass(Duration.ofSeconds(1));
    assertThat(attended.look(false, true)).isTrue();
    assertThat(timing.next(waiting(), NOW)).contains(new Alarm(Timer.SHOP_CLOSES, NOW));
    var offline = ring(waiting());
    assertThat(offline.session().state())
        .isEqualTo(new State.Offline("handoff", new Target.Anyone(), NOW));
    assertThat(timing.next(offline, NOW)).isEmpty();
  }

  @Test
  void who_went_away_empty_handed_waits_at_their_old_place_when_somebody_comes() {
    pass(Duration.ofMinutes(2));
    attended.look(false, true);
    var offline = ring(waiting());

    assertThat(attended.look(true, true)).isTrue();
    assertThat(ring(offline).session().state())
        .isEqualTo(new State.Waiting("handoff", new Target.Anyone(), NOW));
    assertThat(attended.look(true, true)).isFalse();
  }

  @Test
  void a_server_that_takes_over_the_timers_looks_through_them() {
    pass(Duration.ofMinutes(2));
    assertThat(attended.look(false, false)).isFalse();
    assertThat(attended.look(false, true)).isTrue();
  }

  @Test
  void nobody_is_missed_where_nothing_is_set() {
    var never = new Attended(Timetable.ALWAYS, Duration.ZERO, nanos::get);
    pass(Duration.ofDays(9));
    assertThat(never.look(false, true)).isFalse();
    assertThat(never.of("").isOpen(NOW)).isTrue();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static Conversation waiting() {
    return standing(new State.Waiting("handoff", new Target.Anyone(), NOW));
  }

  private static Conversation standing(State state) {
    var session = new Session(1, state, 1, 2, Times.begin(NOW));
    return new Conversation("web.a", NOW, NOW, session, Dialogue.NONE, "", "");
  }

  /** What time brings about now. */
  private Conversation ring(Conversation conversation) {
    var alarm = timing.next(conversation, NOW).orElseThrow();
    return standing(SessionMachine.step(conversation.session(), alarm.event(), NOW).next().state());
  }
}

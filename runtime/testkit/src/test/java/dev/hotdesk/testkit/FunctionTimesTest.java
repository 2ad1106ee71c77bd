package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Schedules and timers ring. */
class FunctionTimesTest {

  private final FunctionHouse house = new FunctionHouse();

  @Test
  void rings_a_schedule_once_for_all_nodes() {
    house.bind(new Trigger.OnSchedule("*/10 * * * *", ZoneId.of("UTC")));
    var other = house.node(Runnable::run);
    house.functions.look();
    other.look();
    assertThat(house.runs).isEmpty();

    for (int i = 0; i < 20; i++) {
      house.clock.pass(Duration.ofMinutes(1));
      house.functions.look();
      other.look();
    }

    assertThat(house.runs)
        .extracting(Invocation::cause)
        .containsExactly(
            new Cause.Time(Instant.parse("2026-11-23T10:10:00Z")),
            new Cause.Time(Instant.parse("2026-11-23T10:20:00Z")));
  }

  @Test
  void rings_once_for_all_that_was_missed() {
    house.bind(new Trigger.OnSchedule("*/10 * * * *", ZoneId.of("UTC")));
    house.functions.look();

    house.pass(Duration.ofHours(8));
    house.functions.look();
    house.pass(Duration.ofMinutes(10));

    assertThat(house.runs)
        .extracting(Invocation::cause)
        .containsExactly(
            new Cause.Time(Instant.parse("2026-11-23T10:10:00Z")),
            new Cause.Time(Instant.parse("2026-11-23T18:10:00Z")));
  }

  @Test
  void rings_nothing_of_a_plugin_that_was_away_for_long() {
    house.bind(new Trigger.OnSchedule("0 9 * * *", ZoneId.of("UTC")));
    house.functions.look();

    house.pass(Duration.ofDays(30));

    assertThat(house.runs).isEmpty();
    house.pass(Duration.ofDays(1));
    assertThat(house.runs).hasSize(1);
  }

  @Test
  void wakes_a_plugin_when_its_timer_rings_and_not_others() {
    house.bind(new Trigger.OnTimer("remind"));
    house.functions.setTimer("agent-b", "remind", "k", house.clock.instant(), "{}");
    house.functions.setTimer(
        FunctionHouse.PLUGIN, "remind", "k", house.clock.instant().plusSeconds(60), "{\"n\":1}");
    house.functions.setTimer(
        FunctionHouse.PLUGIN, "remind", "gone", house.clock.instant().plusSeconds(60), "{}");
    house.functions.cancelTimer(FunctionHouse.PLUGIN, "remind", "gone");

    house.functions.look();
    assertThat(house.runs).isEmpty();
    house.pass(Duration.ofSeconds(60));
    house.pass(Duration.ofSeconds(60));

    assertThat(house.runs)
        .extracting(Invocation::cause)
        .containsExactly(
            new Cause.Timer("remind", "k", Instant.parse("2026-11-23T10:01:00Z"), "{\"n\":1}"));
  }

  @Test
  void a_timer_that_sets_itself_anew_rings_again() {
    house.bind(new Trigger.OnTimer("tick"));
    house.work =
        it -> {
          if (house.runs.size() < 3) {
            house.functions.setTimer(
                FunctionHouse.PLUGIN, "tick", "k", house.clock.instant(), "{}");
          }
          return Outcome.done();
        };
    house.functions.setTimer(FunctionHouse.PLUGIN, "tick", "k", house.clock.instant(), "{}");

    for (int i = 0; i < 5; i++) {
      house.functions.look();
    }

    assertThat(house.runs).hasSize(3);
    assertThat(house.runs).extracting(Invocation::id).doesNotHaveDuplicates();
  }
}

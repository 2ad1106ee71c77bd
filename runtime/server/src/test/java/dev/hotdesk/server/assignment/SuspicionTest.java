package dev.hotdesk.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Text;
import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.routing.QueueAdvisors.Advised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspicionTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Text WHY = new Text("链接", "A link");

  @Test
  void no_plugin_holds_or_limits_for_longer_than_it_may() {
    var found =
        Suspicion.NONE
            .and(said(Screened.hold(WHY, Duration.ofDays(1))), NOON)
            .and(said(Screened.limit(WHY, Duration.ofDays(1))), NOON);

    assertThat(found.hold()).contains(new Waiter.Hold(WHY, "p", NOON.plus(Suspicion.LONGEST_HOLD)));
    assertThat(found.limited()).isEqualTo(NOON.plus(Suspicion.LONGEST_LIMIT));
    assertThat(found.flags()).containsExactly(new Advice.Flag("p", WHY));
  }

  @Test
  void a_shorter_hold_does_not_end_a_longer_one() {
    var found =
        Suspicion.NONE
            .and(said(Screened.hold(WHY, Duration.ofMinutes(10))), NOON)
            .and(said(Screened.hold(WHY, Duration.ofMinutes(1))), NOON);

    assertThat(found.hold().orElseThrow().until()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
  }

  @Test
  void keeps_the_latest_ten_warnings() {
    var found = Suspicion.NONE;
    for (var i = 0; i < 30; i++) {
      found = found.and(said(Screened.flag(new Text("第" + i, "No. " + i))), NOON);
    }

    assertThat(found.flags()).hasSize(10);
    assertThat(found.flags().getLast().reason().en()).isEqualTo("No. 29");
  }

  @Test
  void all_plugins_together_move_a_customer_by_two_lanes_at_the_most() {
    var up = Precedence.raised(2, new Text("金卡", "Gold"));

    assertThat(
            Priorities.together(
                List.of(new Advised<>("a", up), new Advised<>("b", up), new Advised<>("b", up))))
        .isEqualTo(new Waiter.Priority(2, new Text("金卡;金卡;金卡", "Gold; Gold; Gold"), "a, b"));
  }

  private static Advised<Screened> said(Screened screened) {
    return new Advised<>("p", screened);
  }
}

package dev.hotdesk.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-23T08:00:00Z"));
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void five_may_be_wrong_then_one_waits() {
    assertThat(IntStream.range(0, 5).mapToObj(_ -> throttle.attempt("amy", "10.0.0.1")))
        .containsOnly(Duration.ZERO);
    assertThat(throttle.attempt("amy", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void waiting_time_passes_and_each_further_wrong_one_doubles_it() {
    fail(5, "amy");
    clock.turn(Duration.ofSeconds(30));
    assertThat(throttle.attempt("amy", "10.0.0.1")).isZero();
    assertThat(throttle.attempt("amy", "10.0.0.1")).isEqualTo(Duration.ofSeconds(60));
    clock.turn(Duration.ofSeconds(60));
    assertThat(throttle.attempt("amy", "10.0.0.1")).isZero();
    assertThat(throttle.attempt("amy", "10.0.0.1")).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void another_login_or_address_does_not_wait() {
    fail(5, "amy");
    assertThat(throttle.attempt("ben", "10.0.0.1")).isZero();
    assertThat(throttle.attempt("amy", "10.0.0.2")).isZero();
  }

  @Test
  void an_address_that_tries_many_logins_waits_for_all() {
    IntStream.range(0, 20).forEach(i -> throttle.attempt("login" + i, "10.0.0.1"));
    assertThat(throttle.attempt("somebody", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_right_one_begins_anew() {
    fail(4, "amy");
    throttle.attempt("amy", "10.0.0.1");
    throttle.right("amy", "10.0.0.1");
    fail(5, "amy");
    assertThat(throttle.attempt("amy", "10.0.0.1")).isPositive();
  }

  @Test
  void an_office_behind_one_address_may_log_in_all_day() {
    for (var i = 0; i < 200; i++) {
      assertThat(throttle.attempt("login" + i, "10.0.0.1")).isZero();
      throttle.right("login" + i, "10.0.0.1");
    }
  }

  @Test
  void after_an_hour_all_is_forgotten() {
    fail(5, "amy");
    clock.turn(LoginThrottle.LONGEST_PAUSE.plusSeconds(1));
    fail(5, "amy");
    assertThat(throttle.attempt("amy", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
  }

  private void fail(int times, String login) {
    for (var i = 0; i < times; i++) {
      assertThat(throttle.attempt(login, "10.0.0.1")).isZero();
    }
  }
}

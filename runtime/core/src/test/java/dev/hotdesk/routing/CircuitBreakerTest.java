package dev.hotdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.routing.CircuitBreaker.Pass;
import dev.hotdesk.routing.CircuitBreaker.Result;
import dev.hotdesk.routing.CircuitBreaker.Standing;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private static final Duration OPEN = Duration.ofSeconds(30);

  private final CircuitBreaker breaker = new CircuitBreaker(new Policy.Breaker(50, 4, OPEN));
  private long now = Long.MAX_VALUE - 5; // nanoseconds overflow some day

  @Test
  void stays_closed_while_there_are_too_few_calls_to_judge_by() {
    calls(Result.FAILED, 3);

    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
  }

  @Test
  void opens_at_the_share_of_failures() {
    calls(Result.SUCCEEDED, 2);
    calls(Result.FAILED, 1);
    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
    assertThat(breaker.end(pass(), Result.FAILED, now)).isTrue();

    assertThat(breaker.standing()).isEqualTo(Standing.OPEN);
    assertThat(breaker.ask(now)).isEmpty();
    assertThat(breaker.pause(now)).isEqualTo(OPEN);
  }

  @Test
  void forgets_failures_that_are_long_ago() {
    calls(Result.FAILED, 1);
    calls(Result.SUCCEEDED, 4);
    calls(Result.FAILED, 1);

    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
  }

  @Test
  void does_not_count_what_is_nobodys_fault() {
    calls(Result.SUCCEEDED, 2);
    calls(Result.FAILED, 1);
    calls(Result.NEITHER, 50);

    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
  }

  @Test
  void lets_one_call_try_when_the_time_is_over() {
    open();
    now += OPEN.toNanos() - 1;
    assertThat(breaker.ask(now)).isEmpty();
    now++;

    assertThat(breaker.ask(now)).isPresent();
    assertThat(breaker.standing()).isEqualTo(Standing.TRYING);
    assertThat(breaker.ask(now)).isEmpty();
  }

  @Test
  void closes_when_the_trial_succeeds_and_begins_to_count_anew() {
    open();
    now += OPEN.toNanos();
    breaker.end(pass(), Result.SUCCEEDED, now);

    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
    calls(Result.FAILED, 3);
    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
    calls(Result.FAILED, 1);
    assertThat(breaker.standing()).isEqualTo(Standing.OPEN);
  }

  @Test
  void opens_again_when_the_trial_fails() {
    open();
    now += OPEN.toNanos();
    assertThat(breaker.end(pass(), Result.FAILED, now)).isTrue();

    assertThat(breaker.standing()).isEqualTo(Standing.OPEN);
    assertThat(breaker.pause(now)).isEqualTo(OPEN);
  }

  @Test
  void lets_another_try_when_the_trial_was_not_even_begun() {
    open();
    now += OPEN.toNanos();
    breaker.end(pass(), Result.NEITHER, now);

    assertThat(breaker.standing()).isEqualTo(Standing.TRYING);
    assertThat(breaker.ask(now)).isPresent();
  }

  @Test
  void does_not_listen_to_calls_from_before_it_opened() {
    var slow = pass();
    open();
    breaker.end(slow, Result.SUCCEEDED, now);
    assertThat(breaker.standing()).isEqualTo(Standing.OPEN);
    now += OPEN.toNanos();
    var trial = pass();
    breaker.end(slow, Result.SUCCEEDED, now);
    assertThat(breaker.standing()).isEqualTo(Standing.TRYING);
    breaker.end(trial, Result.SUCCEEDED, now);
    breaker.end(slow, Result.FAILED, now);

    calls(Result.FAILED, 3);
    assertThat(breaker.standing()).isEqualTo(Standing.CLOSED);
  }

  @Test
  void only_one_of_many_threads_tries() throws InterruptedException {
    open();
    now += OPEN.toNanos();
    var passes = new AtomicInteger();
    var threads =
        IntStream.range(0, 50)
            .mapToObj(
                _ ->
                    Thread.ofVirtual()
                        .start(() -> breaker.ask(now).ifPresent(_ -> passes.incrementAndGet())))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(passes).hasValue(1);
  }

  private void open() {
    calls(Result.FAILED, 4);
    assertThat(breaker.standing()).isEqualTo(Standing.OPEN);
  }

  private void calls(Result result, int many) {
    for (int i = 0; i < many; i++) {
      breaker.end(pass(), result, now);
    }
  }

  private Pass pass() {
    return breaker.ask(now).orElseThrow();
  }
}

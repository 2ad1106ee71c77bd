package dev.hotdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  @Test
  void a_policy_is_read_whole_and_written_back() {
    var text =
        "deadline=2s; concurrency=8; queue=32; retries=5; backoff=250ms; breaker=40%/10/30s;"
            + " idle=1h";

    var policy = Policy.parse(text, Policy.DEFAULT);

    assertThat(policy)
        .hasToString(text)
        .isEqualTo(
            new Policy(
                Duration.ofSeconds(2),
                8,
                32,
                5,
                Duration.ofMillis(250),
                new Policy.Breaker(40, 10, Duration.ofSeconds(30)),
                Duration.ofHours(1)));
  }

  @Test
  void what_is_not_said_stays_as_it_was() {
    var manifest = Policy.parse("deadline=2s; queue=5", Policy.DEFAULT);
    var admin = Policy.parse("queue=7;", manifest);

    assertThat(admin).isEqualTo(Policy.parse("deadline=2s; queue=7", Policy.DEFAULT));
    assertThat(Policy.parse("", Policy.DEFAULT)).isEqualTo(Policy.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deadline=2",
        "deadline=1ms",
        "deadline=6m",
        "concurrency=0",
        "concurrency=many",
        "queue=10001",
        "retries=-1",
        "retries=99999999999",
        "backoff=2h",
        "breaker=50%",
        "breaker=0%/20/30s",
        "breaker=50%/0/30s",
        "breaker=50%/20/2h",
        "idle=0s",
        "speed=9",
        "queue",
        "queue=1; queue=2"
      })
  void what_is_out_of_bounds_is_refused_with_its_key(String text) {
    assertThatThrownBy(() -> Policy.parse(text, Policy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text.split("=", 2)[0])
        .hasMessageContaining("wanted");
  }
}

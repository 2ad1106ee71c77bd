package dev.hotdesk.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void doubles_and_ends_at_the_longest() {
    assertThat(
            IntStream.of(1, 2, 3, 4, 12, 13, 1000)
                .mapToObj(i -> Backoff.after(Duration.ofSeconds(1), i, HOUR, 0.5).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 2048L, 3600L, 3600L);
  }

  @Test
  void is_spread_by_a_quarter_to_either_side() {
    assertThat(Backoff.after(Duration.ofSeconds(4), 1, HOUR, 0)).isEqualTo(Duration.ofSeconds(3));
    assertThat(Backoff.after(Duration.ofSeconds(4), 1, HOUR, 1)).isEqualTo(Duration.ofSeconds(5));
  }
}

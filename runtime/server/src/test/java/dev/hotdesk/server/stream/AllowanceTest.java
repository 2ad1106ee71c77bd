package dev.hotdesk.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Allowance allowance = new Allowance(20, Duration.ofSeconds(1), 0);

  @Test
  void allows_so_many_at_once_and_no_more() {
    for (int i = 0; i < 20; i++) {
      assertThat(allowance.take(0)).isTrue();
    }
    assertThat(allowance.take(0)).isFalse();
    assertThat(allowance.pause(0)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void grows_with_time_but_not_above_its_measure() {
    for (int i = 0; i < 20; i++) {
      allowance.take(0);
    }
    assertThat(allowance.take(SECOND / 20)).isTrue();
    assertThat(allowance.take(SECOND / 20)).isFalse();
    assertThat(allowance.isFull(100 * SECOND)).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(allowance.take(100 * SECOND)).isTrue();
    }
    assertThat(allowance.take(100 * SECOND)).isFalse();
  }
}

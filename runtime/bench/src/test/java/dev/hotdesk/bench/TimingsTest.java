package dev.hotdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {

  private final Timings timings = new Timings();

  @Test
  void of_nothing_all_is_zero() {
    assertThat(timings.percentile(99)).isZero();
  }

  @Test
  void a_percentile_is_a_time_that_was_measured() {
    for (int millis = 100; millis >= 1; millis--) {
      timings.add(millis * 1_000_000L);
    }

    assertThat(timings.percentile(50)).isEqualTo(50);
    assertThat(timings.percentile(95)).isEqualTo(95);
    assertThat(timings.percentile(99)).isEqualTo(99);
    assertThat(timings.percentile(100)).isEqualTo(100);
  }

  @Test
  void of_few_the_slowest_is_the_95th() {
    timings.add(1_000_000);
    timings.add(9_000_000);

    assertThat(timings.percentile(95)).isEqualTo(9);
  }
}

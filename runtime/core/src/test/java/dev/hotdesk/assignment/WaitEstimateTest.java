package dev.hotdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {

  private static final List<Duration> FOUR_TO_SIX_MINUTES =
      IntStream.range(0, 20).mapToObj(i -> Duration.ofSeconds(240 + 6L * i)).toList();

  @Test
  void says_nothing_when_little_is_known() {
    var few = Collections.nCopies(WaitEstimate.FEWEST - 1, Duration.ofMinutes(5));

    assertThat(WaitEstimate.of(3, 0, 8, few)).isEmpty();
    assertThat(WaitEstimate.of(3, 0, 0, FOUR_TO_SIX_MINUTES)).isEmpty();
  }

  @Test
  void gives_a_range_from_quick_and_slow_service_over_all_places() {
    assertThat(WaitEstimate.of(3, 0, 4, FOUR_TO_SIX_MINUTES))
        .contains(new Wait(Duration.ofSeconds(270), Duration.ofSeconds(330)));
  }

  @Test
  void counts_the_places_that_are_free_now() {
    assertThat(WaitEstimate.of(3, 4, 8, FOUR_TO_SIX_MINUTES))
        .contains(new Wait(Duration.ZERO, Duration.ofSeconds(60)));
  }

  @Test
  void says_nothing_rather_than_hours() {
    assertThat(WaitEstimate.of(200, 0, 4, FOUR_TO_SIX_MINUTES)).isEmpty();
  }
}

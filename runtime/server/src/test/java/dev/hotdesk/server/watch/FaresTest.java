package dev.hotdesk.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaresTest {

  private final AtomicLong now = new AtomicLong(-5);
  private final Fares fares = new Fares(now::get);

  @Test
  void nothing_is_known_of_who_was_never_called() {
    assertThat(fares.of("a", "1.0.0")).isEqualTo(Fares.Fare.NONE);
  }

  @Test
  void the_95th_percentile_is_of_each_version_alone() {
    for (var i = 1; i <= 100; i++) {
      fares.called("a", "1.0.0", Duration.ofMillis(i));
    }
    fares.called("a", "2.0.0", Duration.ofSeconds(9));

    assertThat(fares.of("a", "1.0.0")).isEqualTo(new Fares.Fare(100, 95));
  }

  @Test
  void what_was_long_ago_does_not_count() {
    fares.called("a", "1.0.0", Duration.ofMillis(3));
    now.addAndGet(Duration.ofMinutes(6).toNanos());

    assertThat(fares.of("a", "1.0.0")).isEqualTo(new Fares.Fare(0, 0));
  }

  @Test
  void only_the_latest_calls_are_kept() {
    for (var i = 0; i < 2_000; i++) {
      fares.called("a", "1.0.0", Duration.ofMillis(i < 1_400 ? 9_000 : 1));
    }
    assertThat(fares.of("a", "1.0.0")).isEqualTo(new Fares.Fare(512, 1));
  }
}

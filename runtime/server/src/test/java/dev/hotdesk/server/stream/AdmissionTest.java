package dev.hotdesk.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Admission admission = new Admission(10, nanos::get);

  @Test
  void lets_in_so_many_in_a_second_and_twice_as_many_at_once() {
    assertThat(IntStream.range(0, 100).filter(_ -> admission.refusal().isEmpty()).count())
        .isEqualTo(20);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(IntStream.range(0, 100).filter(_ -> admission.refusal().isEmpty()).count())
        .isEqualTo(10);
  }

  @Test
  void tells_who_has_to_wait_when_to_come_back() {
    IntStream.range(0, 20).forEach(_ -> admission.refusal());

    assertThat(admission.refusal().orElseThrow()).isBetween(100L, 1_700L);
    assertThat(admission.outlook().orElseThrow()).isBetween(100L, 1_700L);
  }

  @Test
  void does_not_count_who_only_asks() {
    IntStream.range(0, 100).forEach(_ -> assertThat(admission.outlook()).isEmpty());
  }
}

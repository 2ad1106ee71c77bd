package dev.hotdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SlopeTest {

  private static Slope of(double... values) {
    var slope = new Slope();
    DoubleStream.of(values).forEach(slope::add);
    return slope;
  }

  @Test
  void a_line_that_rises_rises_by_what_it_gains() {
    assertThat(of(10, 12, 14, 16).rise()).isEqualTo(6, within(1e-9));
  }

  @Test
  void what_goes_up_and_down_does_not_rise() {
    assertThat(of(10, 14, 10, 14, 10).rise()).isEqualTo(0, within(1e-9));
  }

  @Test
  void one_that_is_far_off_counts_for_less_than_the_difference() {
    assertThat(of(10, 10, 10, 10, 10, 10, 10, 16).rise()).isLessThan(6);
  }

  @Test
  void nothing_is_known_of_one() {
    assertThat(of(7).rise()).isZero();
  }
}

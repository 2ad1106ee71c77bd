package dev.hotdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void a_number_that_is_not_given_has_a_default() {
    var options = Options.parse(List.of("--times", "3"));

    assertThat(options.number("times", 20)).isEqualTo(3);
    assertThat(options.number("customers", 40)).isEqualTo(40);
  }

  @Test
  void what_is_no_option_is_named() {
    assertThatThrownBy(() -> Options.parse(List.of("times", "3"))).hasMessageContaining("times");
    assertThatThrownBy(() -> Options.parse(List.of("--times"))).hasMessageContaining("--times");
    assertThatThrownBy(() -> Options.parse(List.of("--times", "x")).number("times", 1))
        .hasMessageContaining("--times");
  }
}

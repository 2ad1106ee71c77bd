package dev.hotdesk.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTokenTest {

  private final MetricsToken token = new MetricsToken(Optional.of("0123456789abcdef"));

  @Test
  void opens_for_the_one_that_is_configured() {
    assertThat(token.isIn(Optional.of("Bearer 0123456789abcdef"))).isTrue();
    assertThat(token.isIn(Optional.of("Bearer 0123456789abcdeF"))).isFalse();
    assertThat(token.isIn(Optional.of("0123456789abcdef"))).isFalse();
    assertThat(token.isIn(Optional.empty())).isFalse();
  }

  @Test
  void opens_for_nobody_when_none_is_configured() {
    assertThat(new MetricsToken(Optional.empty()).isIn(Optional.of("Bearer "))).isFalse();
    assertThat(new MetricsToken(Optional.of("")).isIn(Optional.of("Bearer "))).isFalse();
  }
}

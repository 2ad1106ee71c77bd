package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

  private final AtomicLong now = new AtomicLong();
  private final AddressLimit limit = new AddressLimit(3, Duration.ofMinutes(1), now::get);

  @Test
  void counts_each_address_by_itself() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(20));
    assertThat(limit.take("b")).isZero();
  }

  @Test
  void counts_a_line_with_many_ipv6_addresses_as_one() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("2001:db8:1:2::" + i)).isZero();
    }
    assertThat(limit.take("2001:db8:1:2:ffff::9")).isPositive();
    assertThat(limit.take("2001:db8:1:3::1")).isZero();
  }

  @Test
  void lets_an_address_in_again_after_the_pause() {
    for (int i = 0; i < 3; i++) {
      limit.take("a");
    }
    now.addAndGet(limit.take("a").toNanos());

    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isPositive();
  }
}

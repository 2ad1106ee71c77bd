package dev.hotdesk.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final AtomicInteger attempts = new AtomicInteger();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void tries_again_after_a_database_hiccup_and_stops_when_it_is_done() {
    new Opening(timer, this::failsFirst).plan();

    await().until(() -> attempts.get() == 3);
    await().during(Duration.ofMillis(300)).until(() -> attempts.get() == 3);
    assertThat(attempts).hasValue(3);
  }

  private boolean failsFirst() {
    return switch (attempts.incrementAndGet()) {
      case 1 -> false;
      case 2 -> throw new IllegalStateException("the database is away");
      default -> true;
    };
  }
}

package dev.hotdesk.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PumpTest {

  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void runs_again_after_work_that_threw() {
    var pump =
        new Pump(
            Runnable::run,
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
            });
    pump.wake();
    pump.wake();

    assertThat(runs).hasValue(2);
  }
}

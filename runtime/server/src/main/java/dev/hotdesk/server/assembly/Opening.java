package dev.hotdesk.server.assembly;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last step of the start: tried again until it succeeds. A timer forgets a task that throws,
 * and the house would stay closed for ever.
 */
final class Opening {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final int SOON = 100;
  private static final int AFTER_A_FAULT = 1_000;

  private final ScheduledExecutorService timer;
  private final BooleanSupplier step;

  /** The step says whether there is nothing more to try. */
  Opening(ScheduledExecutorService timer, BooleanSupplier step) {
    this.timer = timer;
    this.step = step;
  }

  /** A task that is planned now runs once the application has started, so nobody waits for it. */
  void plan() {
    plan(SOON);
  }

  private void plan(int millis) {
    timer.schedule(this::attempt, millis, TimeUnit.MILLISECONDS);
  }

  private void attempt() {
    try {
      if (!step.getAsBoolean()) {
        plan(SOON);
      }
    } catch (RuntimeException e) {
      LOG.warn("Hotdesk does not open yet, and tries again", e);
      plan(AFTER_A_FAULT);
    }
  }
}

package dev.hotdesk.generation;

import dev.hotdesk.weave.StopOrder;
import java.time.Duration;

/**
 * The end of a call that is overdue: its thread has been interrupted; after a moment of grace it is
 * stopped, and so are the threads that help it, if it waits for them. Runs on the watchman's
 * thread.
 */
final class Pursuit implements Runnable {

  private static final Duration GRACE = Duration.ofMillis(50);
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration REST = Duration.ofSeconds(1);
  private static final long HELPERS_AFTER = Duration.ofMillis(60).toNanos();
  private static final long LEAST = Duration.ofSeconds(1).toNanos();

  private final PluginCall<?> call;
  private final StopOrder order;
  private final long bound;
  private final Witness witness;
  private long began;
  private long cpu;
  private boolean isBegun;
  private boolean isExtended;
  private boolean isHopeless;

  /** Is told how pursuits go. */
  interface Witness {

    /** A call did not answer to being interrupted. */
    void hadToStop();

    /** Its thread could not be stopped in time. */
    void gaveUp(boolean isBusy);

    /** That thread has ended after all. */
    void cameBack();
  }

  private Pursuit(PluginCall<?> call, StopOrder order, Duration deadline, Witness witness) {
    this.call = call;
    this.order = order;
    this.bound = Math.max(LEAST, deadline.toNanos());
    this.witness = witness;
  }

  /** Begins after the grace. */
  static void begin(PluginCall<?> call, StopOrder order, Duration deadline, Witness witness) {
    Watchman.after(GRACE, new Pursuit(call, order, deadline, witness));
  }

  @Override
  public void run() {
    if (!call.stop()) {
      end();
      return;
    }
    long now = System.nanoTime();
    if (!isBegun) {
      isBegun = true;
      began = now;
      cpu = cpu();
      witness.hadToStop();
    }
    if (!isExtended && now - began > HELPERS_AFTER) {
      isExtended = true;
      order.extend();
    }
    if (!isHopeless && now - began > bound) {
      isHopeless = true;
      retract();
      witness.gaveUp(cpu() - cpu > bound / 4);
    }
    Watchman.after(isHopeless ? REST : STEP, this);
  }

  private void end() {
    retract();
    if (isHopeless) {
      witness.cameBack();
    }
  }

  private void retract() {
    if (isExtended) {
      isExtended = false;
      order.retract();
    }
  }

  private long cpu() {
    var thread = call.thread();
    return thread == null ? 0 : Consumption.computedBy(thread);
  }
}

package dev.hotdesk.execution;

import dev.hotdesk.weave.StopOrder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * The end of a call that is overdue: its thread has been interrupted; after a moment of grace it is
 * stopped. So is what it has left running on other threads: on those the plugin made since the call
 * began, at once, and, if the call waits for them or no other call is under way, on those of
 * fork-join pools. Runs on the watchman's thread.
 */
final class Pursuit implements Runnable {

  private static final Duration GRACE = Duration.ofMillis(50);
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration REST = Duration.ofSeconds(1);
  private static final long HELPERS_AFTER = Duration.ofMillis(60).toNanos();
  private static final long LEAST = Duration.ofSeconds(1).toNanos();
  private static final int CALM_LOOKS = 30;

  /** The share of its time that a thread gets on a crowded machine if it wants all of it. */
  private static final long BUSY = 20;

  private static final long AT_MOST = Duration.ofSeconds(10).toNanos();

  private final PluginCall<?> call;
  private final StopOrder order;
  private final long bound;
  private final Lookout lookout;
  private final Witness witness;
  private final long began = System.nanoTime();
  private final Set<Thread> helpers = new HashSet<>();
  private long cpu;
  private long ended;
  private long lastThrown;
  private int calmLooks;
  private boolean isStopping;
  private boolean isOver;
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

  private Pursuit(
      PluginCall<?> call, StopOrder order, Duration deadline, Lookout lookout, Witness witness) {
    this.call = call;
    this.order = order;
    this.bound = GRACE.toNanos() + Math.max(LEAST, deadline.toNanos());
    this.lookout = lookout;
    this.witness = witness;
  }

  /** Begins after the grace. */
  static void begin(
      PluginCall<?> call, StopOrder order, Duration deadline, Lookout lookout, Witness witness) {
    Watchman.after(GRACE, new Pursuit(call, order, deadline, lookout, witness));
  }

  @Override
  public void run() {
    long now = System.nanoTime();
    if (!isOver && call.sentence()) {
      chase(now);
    } else {
      sweep(now);
    }
  }

  /** The call has not come back. */
  private void chase(long now) {
    if (!isHopeless) {
      sentenceHelpers();
    }
    order.enforce();
    if (!isStopping) {
      isStopping = true;
      cpu = cpu();
      witness.hadToStop();
    }
    long since = now - began - GRACE.toNanos();
    if (since > HELPERS_AFTER && !isHopeless) {
      extend();
    }
    if (!isHopeless && since > bound) {
      isHopeless = true;
      retract();
      witness.gaveUp(cpu() - cpu > bound / BUSY);
    }
    Watchman.after(isHopeless ? REST : STEP, this);
  }

  /** The call has come back, but what it began may go on. */
  private void sweep(long now) {
    if (!isOver) {
      isOver = true;
      ended = now;
      if (isHopeless) {
        witness.cameBack();
      }
      if (lookout.isIdle() && ForkJoinPool.commonPool().getActiveThreadCount() > 0) {
        extend();
      }
    }
    boolean isAnyRunning = sentenceHelpers();
    if (isStopping || isExtended || isAnyRunning) {
      order.enforce();
    }
    boolean isDone = isCalm() && !isAnyRunning;
    if (isDone || now - ended > AT_MOST) {
      retract();
      order.rest();
    } else {
      Watchman.after(STEP, this);
    }
  }

  /**
   * Whether nobody has been stopped for a while. Counted in looks, because where the watch comes to
   * look late, those who are to be stopped come late to their checks.
   */
  private boolean isCalm() {
    if (!isExtended && helpers.isEmpty()) {
      return true;
    }
    long thrown = order.lastThrown();
    calmLooks = thrown == lastThrown ? calmLooks + 1 : 0;
    lastThrown = thrown;
    return calmLooks > CALM_LOOKS;
  }

  /** Whether some of them run. */
  private boolean sentenceHelpers() {
    var running = lookout.runningSince(call.begun());
    helpers.addAll(running);
    running.forEach(order::sentence);
    return !running.isEmpty();
  }

  private void extend() {
    if (!isExtended) {
      isExtended = true;
      order.extend();
    }
  }

  private void retract() {
    helpers.forEach(order::lift);
    helpers.clear();
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

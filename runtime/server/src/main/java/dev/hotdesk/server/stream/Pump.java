package dev.hotdesk.server.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one piece of work whenever it is woken, on a borrowed thread and never twice at a time. What
 * was there to do when {@link #wake} was called is seen by a run that begins after.
 */
public final class Pump {

  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int WOKEN = 2;

  private final AtomicInteger state = new AtomicInteger(IDLE);
  private final Executor executor;
  private final Runnable work;

  /** Work that throws is logged; it runs again when woken again. */
  public Pump(Executor executor, Runnable work) {
    this.executor = executor;
    this.work = work;
  }

  /** Never blocks. */
  public void wake() {
    if (state.getAndSet(WOKEN) == IDLE) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException _) {
        // The server goes down, and with it the connection.
      }
    }
  }

  /** Runs the work on this thread, unless another is at it: that one then does it. */
  public void runHere() {
    if (state.getAndSet(WOKEN) == IDLE) {
      run();
    }
  }

  private void run() {
    do {
      state.set(RUNNING);
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError e) {
        // Nothing may keep the state at running: nobody would ever run again.
        LOG.error("A connection's work failed", e);
      }
    } while (!state.compareAndSet(RUNNING, IDLE));
  }
}

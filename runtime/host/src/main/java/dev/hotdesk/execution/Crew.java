package dev.hotdesk.execution;

import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that a plugin is called on: as many as are wanted, over and above those that are
 * stuck in it, until the spares are used up.
 */
final class Crew {

  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final PluginThreads group;
  private final PoolBounds bounds;
  private final ThreadPoolExecutor threads;
  private final ReentrantLock sizing = new ReentrantLock();
  private final AtomicInteger stuck = new AtomicInteger();

  /** None yet; their names will begin like this. */
  Crew(PluginThreads group, String prefix, PoolBounds bounds) {
    this.group = group;
    this.bounds = bounds;
    var number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            bounds.threads(),
            bounds.threads(),
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(bounds.queue()),
            work -> new PluginThread(group, work, prefix + number.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Has a call done by one of them; throws a fault at once if that cannot be. */
  void take(PluginCall<?> call, Faults faults, String what) {
    if (stuck.get() >= bounds.threads() + bounds.spares()) {
      throw faults.of(Kind.OVERLOADED, what, "all its threads ignore their deadline");
    }
    try {
      threads.execute(call);
    } catch (RejectedExecutionException e) {
      throw faults.of(Kind.OVERLOADED, what, refusal());
    } catch (OutOfMemoryError e) {
      throw faults.of(Kind.OVERLOADED, what, "the system gave it no thread", e);
    }
  }

  private String refusal() {
    return threads.isShutdown()
        ? "it is retired"
        : "all %d threads are busy and the queue of %d is full"
            .formatted(bounds.threads(), bounds.queue());
  }

  /** Takes a call that has not begun out of the queue. */
  void forget(PluginCall<?> call) {
    threads.remove(call);
  }

  /** The calls that wait for one of them. */
  List<PluginCall<?>> waiting() {
    return threads.getQueue().stream()
        .<PluginCall<?>>mapMulti(
            (waiting, found) -> {
              if (waiting instanceof PluginCall<?> call) {
                found.accept(call);
              }
            })
        .toList();
  }

  /** One more is stuck. */
  void lost() {
    resize(1);
  }

  /** One that was stuck is back. */
  void cameBack() {
    resize(-1);
  }

  private void resize(int change) {
    sizing.lock();
    try {
      int now = stuck.addAndGet(change);
      if (change > 0 && now == bounds.spares() + 1) {
        LOG.warn("Plugin {} is overloaded: {} threads ignore their deadline", group.getName(), now);
      }
      int size = bounds.threads() + Math.clamp(now, 0, bounds.spares());
      if (size > threads.getMaximumPoolSize()) {
        threads.setMaximumPoolSize(size);
        threads.setCorePoolSize(size);
      } else {
        threads.setCorePoolSize(size);
        threads.setMaximumPoolSize(size);
      }
    } finally {
      sizing.unlock();
    }
  }

  /** How things are with them, and with what they are about. */
  Tally.Standing standing(Lookout lookout, String quarantine) {
    return new Tally.Standing(
        threads.getActiveCount(),
        threads.getMaximumPoolSize(),
        threads.getQueue().size(),
        stuck.get(),
        stuck.get() > bounds.spares(),
        lookout.made(),
        lookout.consumption(),
        quarantine);
  }

  /** Tells all of them to stop. */
  void dismiss() {
    threads.shutdownNow();
  }
}

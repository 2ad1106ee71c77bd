package dev.hotdesk.function;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is due and has it delivered, a bounded number for each plugin at a time. Sleeps in
 * between; wakes for a plugin when this node has noted something for it, and now and then for what
 * others have noted. While no plugin has a function it asks nobody anything.
 */
final class Dispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Sides sides;
  private final Deliveries deliveries;
  private final Planner planner;
  private final Desks desks;
  private final FunctionBounds bounds;
  private final Clock clock;
  private final Semaphore signal = new Semaphore(0);
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();
  private Instant swept = Instant.MIN;
  private boolean isBlind;
  private volatile boolean isClosed;

  Dispatcher(
      Sides sides,
      Deliveries deliveries,
      Planner planner,
      Desks desks,
      FunctionBounds bounds,
      Clock clock) {
    this.sides = sides;
    this.deliveries = deliveries;
    this.planner = planner;
    this.desks = desks;
    this.bounds = bounds;
    this.clock = clock;
  }

  void start(Executor executor) {
    executor.execute(this::work);
  }

  /** Something may be due for a plugin. */
  private void wake(String plugin) {
    wake(Set.of(plugin));
  }

  /** Something is due for these plugins. */
  void wake(Collection<String> plugins) {
    awaited.addAll(plugins);
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  private void work() {
    long looked = System.nanoTime() - bounds.look().toNanos();
    while (!isClosed) {
      long rest = bounds.look().toNanos() - (System.nanoTime() - looked);
      try {
        if (rest > 0 && (isBlind || !signal.tryAcquire(rest, TimeUnit.NANOSECONDS))) {
          if (isBlind) {
            TimeUnit.NANOSECONDS.sleep(rest);
          }
          rest = 0;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (rest <= 0) {
        looked = System.nanoTime();
      }
      guarded(rest <= 0 ? this::look : this::glance);
    }
  }

  private void guarded(Runnable step) {
    try {
      step.run();
      isBlind = false;
    } catch (RuntimeException e) {
      if (!isBlind) {
        LOG.warn("What is due for plugins' functions is not seen, and looked for again", e);
      }
      isBlind = true;
    }
  }

  /** Looks at everything that may be due. */
  void look() {
    var wanted = sides.wanted();
    if (wanted.isEmpty()) {
      return;
    }
    signal.drainPermits();
    awaited.clear();
    var now = clock.instant();
    planner.plan(wanted, now);
    wanted.plugins().forEach((plugin, known) -> desks.claim(plugin, known, now, this::wake));
    if (swept.isBefore(now.minus(Duration.ofHours(1)))) {
      swept = now;
      sweep(now);
    }
  }

  /** Looks at what is due for plugins that somebody has woken this for. */
  private void glance() {
    var wanted = sides.wanted();
    var now = clock.instant();
    for (var plugin : Set.copyOf(awaited)) {
      awaited.remove(plugin);
      var known = wanted.plugins().get(plugin);
      if (known != null) {
        desks.claim(plugin, known, now, this::wake);
      }
    }
  }

  private void sweep(Instant now) {
    int old =
        deliveries.buryOlder(
            now.minus(bounds.keep()),
            now,
            "Its plugin was not there for " + bounds.keep().toDays() + " days.");
    if (old > 0) {
      LOG.warn("{} deliveries found no plugin for too long, and are dead letters now", old);
    }
  }

  /** Claims nothing more; what is under way ends by itself. */
  @Override
  public void close() {
    isClosed = true;
    wake(Set.of());
  }
}

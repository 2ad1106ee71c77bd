package dev.hotdesk.function;

import dev.hotdesk.routing.Plugins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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

  private final Plugins plugins;
  private final Subscribed subscribed;
  private final Deliveries deliveries;
  private final Planner planner;
  private final Runs runs;
  private final FunctionBounds bounds;
  private final Clock clock;
  private final Executor executor;
  private final String node;
  private final Semaphore signal = new Semaphore(0);
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();
  private final Map<String, Desk> desks = new HashMap<>();
  private Instant swept = Instant.MIN;
  private boolean isBlind;
  private volatile boolean isClosed;

  Dispatcher(
      Plugins plugins,
      Subscribed subscribed,
      Deliveries deliveries,
      Planner planner,
      Runs runs,
      FunctionBounds bounds,
      Clock clock,
      Executor executor,
      String node) {
    this.plugins = plugins;
    this.subscribed = subscribed;
    this.deliveries = deliveries;
    this.planner = planner;
    this.runs = runs;
    this.bounds = bounds;
    this.clock = clock;
    this.executor = executor;
    this.node = node;
  }

  void start() {
    executor.execute(this::work);
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
    var wanted = wanted();
    if (wanted.isEmpty()) {
      return;
    }
    signal.drainPermits();
    awaited.clear();
    var now = clock.instant();
    planner.plan(wanted, now);
    wanted.plugins().forEach((plugin, known) -> claim(plugin, known, now));
    if (swept.isBefore(now.minus(Duration.ofHours(1)))) {
      swept = now;
      sweep(now);
    }
  }

  /** Looks at what is due for plugins that somebody has woken this for. */
  private void glance() {
    var wanted = wanted();
    var now = clock.instant();
    for (var plugin : Set.copyOf(awaited)) {
      awaited.remove(plugin);
      var known = wanted.plugins().get(plugin);
      if (known != null) {
        claim(plugin, known, now);
      }
    }
  }

  private Subscriptions wanted() {
    try (var lease = plugins.lease()) {
      return subscribed.in(lease);
    }
  }

  private void claim(String plugin, Subscriptions.Known known, Instant now) {
    var desk = desks.computeIfAbsent(plugin, Desk::new);
    int room = desk.room(known.policy(), now);
    if (room == 0) {
      return;
    }
    var until = now.plus(bounds.deadline()).plus(bounds.margin());
    var claimed = deliveries.claim(plugin, known.functions(), room, now, until, node);
    desk.begin(claimed.size(), claimed.size() == room);
    for (var delivery : claimed) {
      try {
        executor.execute(() -> deliver(desk, delivery));
      } catch (RejectedExecutionException e) {
        desk.end(Duration.ZERO, now);
        LOG.debug("The house closes; a claimed delivery is left to the next start");
      }
    }
  }

  private void deliver(Desk desk, Delivery delivery) {
    var pause = Duration.ZERO;
    try {
      pause = runs.deliver(delivery);
    } catch (RuntimeException e) {
      // It is claimed still, and tried again when the claim has run out.
      LOG.warn(
          "Delivery {} to {} is in the balance: {}",
          delivery.id(),
          delivery.occasion().plugin(),
          e.getClass().getName());
    } finally {
      if (desk.end(pause, clock.instant())) {
        wake(Set.of(desk.plugin()));
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

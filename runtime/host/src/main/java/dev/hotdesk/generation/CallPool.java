package dev.hotdesk.generation;

import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import dev.hotdesk.weave.StopOrder;
import dev.hotdesk.weave.Stoppable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one generation of a plugin. All code of the plugin runs here, and whatever it does
 * comes back as a value or as a {@link PluginFaultException}.
 *
 * <p>A thread that does not return at its deadline is interrupted, then stopped, and counted as
 * stuck until it is back. Another takes its place, until the spares are used up; then the pool is
 * overloaded until some come back. A plugin that runs away is quarantined: all its threads are
 * stopped, and it is called no more.
 */
final class CallPool implements PluginCall.Listener, Pursuit.Witness {

  private static final Logger LOG = LoggerFactory.getLogger(CallPool.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final String name;
  private final ClassLoader loader;
  private final PoolBounds bounds;
  private final ThreadPoolExecutor threads;
  private final ReentrantLock sizing = new ReentrantLock();
  private final Tally tally = new Tally();
  private final AtomicInteger stuck = new AtomicInteger();
  private final StopOrder order;
  private final Lookout lookout;
  private final Retelling retelling;
  private final Consumer<String> whenRunaway;
  private final AtomicReference<String> quarantine = new AtomicReference<>("");

  /** Threads for a plugin, named after it, that see its classes; nobody hears if it runs away. */
  CallPool(String plugin, String version, ClassLoader loader, PoolBounds bounds) {
    this(plugin, version, loader, bounds, UnaryOperator.identity(), _ -> {});
  }

  /**
   * Threads for a plugin, named after it, that see its classes.
   *
   * @param mask blots secrets out of what the plugin says in exceptions
   * @param whenRunaway hears once why it has been quarantined, on the watchman's thread
   */
  CallPool(
      String plugin,
      String version,
      ClassLoader loader,
      PoolBounds bounds,
      UnaryOperator<String> mask,
      Consumer<String> whenRunaway) {
    this.retelling = new Retelling(mask);
    this.name = plugin + " " + version;
    this.loader = loader;
    this.bounds = bounds;
    this.whenRunaway = whenRunaway;
    this.order =
        loader instanceof Stoppable stoppable
            ? stoppable.stopOrder()
            : new StopOrder(thread -> PluginThreads.isMadeBy(loader, thread));
    this.lookout = new Lookout(loader, order, bounds.runaway(), this::quarantine);
    var group = new PluginThreads(name, loader, retelling);
    var number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            bounds.threads(),
            bounds.threads(),
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(bounds.queue()),
            work ->
                new PluginThread(
                    group, work, threadPrefix(plugin, version) + number.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
    Watchman.watch(lookout);
  }

  static String threadPrefix(String plugin, String version) {
    return "plugin-" + plugin + "-" + version + "-";
  }

  /** See {@link dev.hotdesk.routing.Plugged#call}. */
  <R> R call(String what, Duration deadline, Callable<R> work) {
    tally.called();
    if (isQuarantined()) {
      throw quarantined(what);
    }
    if (stuck.get() >= bounds.threads() + bounds.spares()) {
      throw fault(Kind.OVERLOADED, what, "all its threads ignore their deadline", null);
    }
    var call = new PluginCall<>(work, loader, order, retelling, this);
    try {
      threads.execute(call);
    } catch (RejectedExecutionException e) {
      throw fault(
          Kind.OVERLOADED,
          what,
          threads.isShutdown()
              ? "it is retired"
              : "all %d threads are busy and the queue of %d is full"
                  .formatted(bounds.threads(), bounds.queue()),
          null);
    } catch (OutOfMemoryError e) {
      throw fault(Kind.OVERLOADED, what, "the system gave it no thread", e);
    }
    try {
      return switch (call.get(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
        case PluginCall.Outcome.Gave<R> gave -> gave.value();
        case PluginCall.Outcome.GaveNothing<R> _ ->
            throw fault(Kind.RETURNED_NOTHING, what, "it returned null", null);
        case PluginCall.Outcome.Threw<R> threw ->
            throw fault(Kind.THREW, what, threw.description(), threw.what());
        case PluginCall.Outcome.WasStopped<R> stopped ->
            throw isQuarantined()
                ? quarantined(what)
                : fault(Kind.THREW, what, "it was stopped", stopped.by());
      };
    } catch (CancellationException e) {
      throw quarantined(what);
    } catch (TimeoutException e) {
      throw tooLate(call, what, deadline);
    } catch (InterruptedException e) {
      abandon(call, deadline);
      Thread.currentThread().interrupt();
      throw new PluginFaultException(
          Kind.TIMED_OUT, "Plugin %s, %s: the caller was interrupted".formatted(name, what), e);
    } catch (ExecutionException e) {
      throw fault(Kind.THREW, what, "the runtime failed around it", e.getCause());
    }
  }

  /** Counts a call that is not even tried, because of those before it. */
  PluginFaultException leftAlone(String what, Duration pause) {
    tally.called();
    return fault(
        Kind.CIRCUIT_OPEN,
        what,
        "it failed too often of late, and is left alone for another %d ms"
            .formatted(pause.toMillis()),
        null);
  }

  private PluginFaultException tooLate(PluginCall<?> call, String what, Duration deadline) {
    return abandon(call, deadline)
        ? fault(Kind.TIMED_OUT, what, "no answer within " + deadline.toMillis() + " ms", null)
        : fault(
            Kind.OVERLOADED, what, "no thread was free for " + deadline.toMillis() + " ms", null);
  }

  /** Gives up on a call; false if it had not begun. */
  private boolean abandon(PluginCall<?> call, Duration deadline) {
    if (call.withdraw()) {
      threads.remove(call);
      return false;
    }
    if (call.fallOverdue()) {
      countStuck(1);
      call.cancel(true);
      Pursuit.begin(call, order, deadline, lookout, this);
    }
    return true;
  }

  @Override
  public void began(PluginCall<?> call) {
    lookout.began(call);
  }

  @Override
  public void ended(PluginCall<?> call) {
    lookout.ended(call);
    if (call.isOverdue()) {
      countStuck(-1);
    }
    if (call.isStopped()) {
      tally.stopped();
      LOG.warn("Plugin {} was stopped in {}", name, call.stoppedAt());
    }
    if (call.hasSpoiltClass()) {
      Watchman.after(
          Duration.ZERO, () -> quarantine("it was stopped while a class was being initialised"));
    }
  }

  @Override
  public void hadToStop() {
    lookout.hadToStop();
  }

  @Override
  public void gaveUp(boolean isBusy) {
    tally.zombie(1);
    if (isBusy) {
      quarantine("it computes on, where it cannot be stopped");
    }
  }

  @Override
  public void cameBack() {
    tally.zombie(-1);
  }

  /** Stops all threads and calls the plugin no more. Any thread but the plugin's own. */
  void quarantine(String reason) {
    if (!quarantine.compareAndSet("", reason)) {
      return;
    }
    LOG.warn("Plugin {} is quarantined: {}", name, reason);
    lookout.stopAll();
    for (var waiting : threads.getQueue()) {
      if (waiting instanceof PluginCall<?> call && call.withdraw()) {
        call.cancel(false);
      }
    }
    whenRunaway.accept(reason);
  }

  private boolean isQuarantined() {
    return !quarantine.get().isEmpty();
  }

  private PluginFaultException quarantined(String what) {
    return fault(Kind.OVERLOADED, what, "it is quarantined: " + quarantine.get(), null);
  }

  /** Lets as many threads work as are wanted, over and above those that are stuck. */
  private void countStuck(int change) {
    sizing.lock();
    try {
      int now = stuck.addAndGet(change);
      if (change > 0 && now == bounds.spares() + 1) {
        LOG.warn("Plugin {} is overloaded: {} threads ignore their deadline", name, now);
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

  private PluginFaultException fault(
      Kind kind, String what, String description, @Nullable Throwable cause) {
    var message = "Plugin %s, %s: %s".formatted(name, what, description);
    tally.failed(kind, message);
    return new PluginFaultException(kind, message, cause);
  }

  PluginHealth health() {
    return tally.health(
        new Tally.Standing(
            threads.getActiveCount(),
            threads.getMaximumPoolSize(),
            threads.getQueue().size(),
            stuck.get(),
            stuck.get() > bounds.spares(),
            lookout.made(),
            lookout.consumption(),
            quarantine.get()));
  }

  /** Begins the count anew, once the plugin is made. */
  void forgetCalls() {
    tally.forget();
  }

  /** Tells all threads to stop. */
  void shutDown() {
    threads.shutdownNow();
    lookout.shut();
  }
}

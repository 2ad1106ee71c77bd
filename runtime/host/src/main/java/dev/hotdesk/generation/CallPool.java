package dev.hotdesk.generation;

import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one generation of a plugin. All code of the plugin runs here, and whatever it does
 * comes back as a value or as a {@link PluginFaultException}.
 *
 * <p>A thread that does not return at its deadline is interrupted and counted as stuck. As a thread
 * cannot be stopped, another takes its place, until the spares are used up; then the pool is
 * overloaded until some come back.
 */
final class CallPool {

  private static final Logger LOG = LoggerFactory.getLogger(CallPool.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final String name;
  private final ClassLoader loader;
  private final PoolBounds bounds;
  private final ThreadPoolExecutor threads;
  private final ReentrantLock sizing = new ReentrantLock();
  private final LongAdder calls = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private volatile String lastFault = "";
  private final AtomicInteger stuck = new AtomicInteger();

  /** Threads for a plugin, named after it, that see its classes. */
  CallPool(String plugin, String version, ClassLoader loader, PoolBounds bounds) {
    this.name = plugin + " " + version;
    this.loader = loader;
    this.bounds = bounds;
    this.threads =
        new ThreadPoolExecutor(
            bounds.threads(),
            bounds.threads(),
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(bounds.queue()),
            Thread.ofPlatform()
                .name(threadPrefix(plugin, version), 1)
                .daemon()
                .inheritInheritableThreadLocals(false)
                .factory());
    threads.allowCoreThreadTimeOut(true);
  }

  static String threadPrefix(String plugin, String version) {
    return "plugin-" + plugin + "-" + version + "-";
  }

  /** See {@link dev.hotdesk.routing.Plugged#call}. */
  <R> R call(String what, Duration deadline, Callable<R> work) {
    calls.increment();
    if (stuck.get() >= bounds.threads() + bounds.spares()) {
      throw fault(Kind.OVERLOADED, what, "all its threads ignore their deadline", null);
    }
    var call = new PluginCall<>(work, loader, () -> countStuck(-1));
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
      };
    } catch (TimeoutException e) {
      throw tooLate(call, what, deadline);
    } catch (InterruptedException e) {
      abandon(call);
      Thread.currentThread().interrupt();
      throw new PluginFaultException(
          Kind.TIMED_OUT, "Plugin %s, %s: the caller was interrupted".formatted(name, what), e);
    } catch (ExecutionException e) {
      throw fault(Kind.THREW, what, "the runtime failed around it", e.getCause());
    }
  }

  private PluginFaultException tooLate(PluginCall<?> call, String what, Duration deadline) {
    return abandon(call)
        ? fault(Kind.TIMED_OUT, what, "no answer within " + deadline.toMillis() + " ms", null)
        : fault(
            Kind.OVERLOADED, what, "no thread was free for " + deadline.toMillis() + " ms", null);
  }

  /** Gives up on a call; false if it had not begun. */
  private boolean abandon(PluginCall<?> call) {
    if (call.withdraw()) {
      threads.remove(call);
      return false;
    }
    if (call.fallOverdue()) {
      countStuck(1);
      call.cancel(true);
    }
    return true;
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
    faults.increment();
    var message = "Plugin %s, %s: %s".formatted(name, what, description);
    lastFault = message;
    return new PluginFaultException(kind, message, cause);
  }

  PluginHealth health() {
    return new PluginHealth(
        calls.sum(),
        faults.sum(),
        lastFault,
        threads.getActiveCount(),
        threads.getMaximumPoolSize(),
        threads.getQueue().size(),
        stuck.get(),
        stuck.get() > bounds.spares());
  }

  /** Begins the count anew, once the plugin is made. */
  void forgetCalls() {
    calls.reset();
    faults.reset();
    lastFault = "";
  }

  /** Tells all threads to stop; those that do not listen stay. */
  void shutDown() {
    threads.shutdownNow();
  }
}

package dev.hotdesk.execution;

import dev.hotdesk.weave.StopOrder;
import dev.hotdesk.weave.StoppedError;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One call of a plugin on its way through the pool.
 *
 * @param <R> what it gives
 */
final class PluginCall<R> extends FutureTask<PluginCall.Outcome<R>> {

  private enum Stage {
    QUEUED,
    RUNNING,
    OVERDUE,
    ENDED
  }

  /** What came of it: a value that is not null, or what was thrown, retold. */
  sealed interface Outcome<R> {
    record Gave<R>(R value) implements Outcome<R> {}

    record GaveNothing<R>() implements Outcome<R> {}

    record Threw<R>(Throwable what, String description) implements Outcome<R> {}

    record WasStopped<R>(Throwable by) implements Outcome<R> {}
  }

  /** Hears how a call fares, on the plugin's thread. */
  interface Listener {

    void began(PluginCall<?> call);

    void ended(PluginCall<?> call);
  }

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
  private final ReentrantLock stopping = new ReentrantLock();
  private final Attempt<R> attempt;
  private final ClassLoader loader;
  private final StopOrder order;
  private final Listener listener;
  private volatile @Nullable Thread thread;
  private volatile long allocatedBefore;
  private volatile long begun;
  private boolean isOverdue;
  private boolean isStopped;

  /** A call not begun. */
  PluginCall(
      Callable<R> work,
      ClassLoader loader,
      StopOrder order,
      Retelling retelling,
      Listener listener) {
    this(new Attempt<>(work, retelling), loader, order, listener);
  }

  private PluginCall(Attempt<R> attempt, ClassLoader loader, StopOrder order, Listener listener) {
    super(attempt);
    this.attempt = attempt;
    this.loader = loader;
    this.order = order;
    this.listener = listener;
  }

  @Override
  public void run() {
    if (!stage.compareAndSet(Stage.QUEUED, Stage.RUNNING)) {
      return;
    }
    var me = Thread.currentThread();
    me.setContextClassLoader(loader);
    allocatedBefore = Consumption.allocatedBy(me);
    begun = System.nanoTime();
    thread = me;
    listener.began(this);
    try {
      super.run();
    } finally {
      end(me);
      listener.ended(this);
    }
  }

  /** From here on no order can reach the thread, which may go on to another call. */
  private void end(Thread me) {
    stopping.lock();
    try {
      isOverdue = stage.getAndSet(Stage.ENDED) == Stage.OVERDUE;
      if (isStopped) {
        order.lift(me);
      }
    } finally {
      stopping.unlock();
    }
  }

  /**
   * Sentences its thread, which is stopped once the order is in force, and disturbs its sleep;
   * false if it has come back.
   */
  boolean sentence() {
    stopping.lock();
    try {
      var runner = thread;
      if (runner == null || stage.get() == Stage.ENDED) {
        return false;
      }
      isStopped = true;
      order.sentence(runner);
      runner.interrupt();
      return true;
    } finally {
      stopping.unlock();
    }
  }

  /** Gives up on it while it waits for a thread; false if it has one already. */
  boolean withdraw() {
    return stage.compareAndSet(Stage.QUEUED, Stage.ENDED);
  }

  /** Marks that its thread is past the deadline; false if it has come back. */
  boolean fallOverdue() {
    return stage.compareAndSet(Stage.RUNNING, Stage.OVERDUE);
  }

  /** Whether it came back, but after its deadline. */
  boolean isOverdue() {
    return isOverdue;
  }

  /** Whether it had to be stopped. */
  boolean isStopped() {
    return isStopped;
  }

  /** The line at which it was stopped, or empty. */
  String stoppedAt() {
    return attempt.stoppedAt;
  }

  /** Whether a class was being initialised when it was stopped, and cannot be used any more. */
  boolean hasSpoiltClass() {
    return attempt.hasSpoiltClass;
  }

  /** The thread that it runs on, once it has begun. */
  @Nullable Thread thread() {
    return thread;
  }

  /** When it got its thread, in the time of {@link System#nanoTime}. */
  long begun() {
    return begun;
  }

  /** How many bytes it has allocated so far. */
  long allocated() {
    var runner = thread;
    return runner == null ? 0 : Consumption.allocatedBy(runner) - allocatedBefore;
  }

  /** The plugin's code, with whatever it does made an outcome. */
  private static final class Attempt<R> implements Callable<Outcome<R>> {

    private final Callable<R> work;
    private final Retelling retelling;
    private volatile boolean hasSpoiltClass;
    private volatile String stoppedAt = "";

    Attempt(Callable<R> work, Retelling retelling) {
      this.work = work;
      this.retelling = retelling;
    }

    @Override
    @SuppressWarnings("NullAway") // A plugin may well return null; that is what is found out here.
    public Outcome<R> call() {
      try {
        R value = work.call();
        return value == null ? new Outcome.GaveNothing<>() : new Outcome.Gave<>(value);
      } catch (Throwable thrown) {
        boolean wasStopped = stop(thrown).isPresent();
        var told = retelling.of(thrown);
        return wasStopped
            ? new Outcome.WasStopped<>(told)
            : new Outcome.Threw<>(told, retelling.shortly(thrown));
      }
    }

    private Optional<StoppedError> stop(Throwable thrown) {
      try {
        var stop = StoppedError.in(thrown);
        stoppedAt = stop.flatMap(StoppedError::line).map(Object::toString).orElse("");
        hasSpoiltClass = stop.filter(Attempt::wasInInitializer).isPresent();
        return stop;
      } catch (Throwable again) {
        return Optional.empty();
      }
    }

    private static boolean wasInInitializer(Throwable thrown) {
      return Arrays.stream(thrown.getStackTrace())
          .anyMatch(frame -> frame.getMethodName().equals("<clinit>"));
    }
  }
}

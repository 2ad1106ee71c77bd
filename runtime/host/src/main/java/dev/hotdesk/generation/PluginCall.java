package dev.hotdesk.generation;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

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

  /** What came of it: a value that is not null, or a description of what was thrown. */
  sealed interface Outcome<R> {
    record Gave<R>(R value) implements Outcome<R> {}

    record GaveNothing<R>() implements Outcome<R> {}

    record Threw<R>(Throwable what, String description) implements Outcome<R> {}
  }

  private final AtomicReference<Stage> stage;
  private final ClassLoader loader;
  private final Runnable whenFreed;

  /**
   * A call not begun.
   *
   * @param whenFreed runs on the plugin's thread when it comes back after its deadline
   */
  PluginCall(Callable<R> work, ClassLoader loader, Runnable whenFreed) {
    super(() -> outcome(work));
    this.stage = new AtomicReference<>(Stage.QUEUED);
    this.loader = loader;
    this.whenFreed = whenFreed;
  }

  @Override
  public void run() {
    if (!stage.compareAndSet(Stage.QUEUED, Stage.RUNNING)) {
      return;
    }
    Thread.currentThread().setContextClassLoader(loader);
    try {
      super.run();
    } finally {
      if (stage.getAndSet(Stage.ENDED) == Stage.OVERDUE) {
        whenFreed.run();
      }
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

  @SuppressWarnings("NullAway") // A plugin may well return null; that is what is found out here.
  private static <R> Outcome<R> outcome(Callable<R> work) {
    try {
      R value = work.call();
      return value == null ? new Outcome.GaveNothing<>() : new Outcome.Gave<>(value);
    } catch (Throwable thrown) {
      return new Outcome.Threw<>(thrown, described(thrown));
    }
  }

  /** On the plugin's thread and guarded, because a plugin's exception is a plugin's code. */
  private static String described(Throwable thrown) {
    try {
      var message = thrown.getMessage();
      return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    } catch (Throwable again) {
      return thrown.getClass().getName();
    }
  }
}

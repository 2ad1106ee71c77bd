package dev.hotdesk.generation;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that makes every change. It survives whatever happens on it. While it waits for
 * work that takes long, what is urgent is done all the same.
 */
final class ControlThread implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(ControlThread.class);

  private static final int LOOK = 20;

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, work -> named("plugin-control", work));

  private final Queue<Runnable> urgent = new ConcurrentLinkedQueue<>();

  ControlThread() {
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setRemoveOnCancelPolicy(true);
  }

  private static Thread named(String name, Runnable work) {
    var thread =
        Thread.ofPlatform()
            .name(name)
            .daemon()
            .inheritInheritableThreadLocals(false)
            .unstarted(work);
    // Training looks for its engine through the context class loader: the application's.
    thread.setContextClassLoader(ControlThread.class.getClassLoader());
    return thread;
  }

  /** Runs it there, soon; not at all once the thread is stopped. */
  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("The plugin host is closed; nothing is left to do");
    }
  }

  /** Runs it there, sooner than what else waits; between two steps of it at the latest. */
  void urgently(Runnable task) {
    urgent.add(task);
    execute(this::hurry);
  }

  private void hurry() {
    for (var task = urgent.poll(); task != null; task = urgent.poll()) {
      guarded(task);
    }
  }

  /**
   * Waits for work that takes long, which runs on a thread of its own. Called on the control
   * thread, where meanwhile nothing but what is urgent is done.
   */
  <R> R patiently(Callable<R> work) throws ExecutionException, InterruptedException {
    var task = new FutureTask<>(work);
    named("plugin-work", task).start();
    while (true) {
      try {
        return task.get(LOOK, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        hurry();
      }
    }
  }

  ScheduledFuture<?> after(Duration pause, Runnable task) {
    return thread.schedule(() -> guarded(task), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs it there and waits. */
  <R> R ask(Callable<R> task) throws InterruptedException, ExecutionException {
    return thread.submit(task).get();
  }

  void stop() {
    thread.shutdown();
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("The plugin host stumbled; it goes on with the next look", e);
    }
  }
}

package dev.hotdesk.generation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that makes every change. It survives whatever happens on it. */
final class ControlThread implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(ControlThread.class);

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, ControlThread::named);

  ControlThread() {
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setRemoveOnCancelPolicy(true);
  }

  private static Thread named(Runnable work) {
    var thread =
        Thread.ofPlatform()
            .name("plugin-control")
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

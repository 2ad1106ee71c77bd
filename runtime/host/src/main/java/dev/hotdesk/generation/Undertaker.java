package dev.hotdesk.generation;

import dev.hotdesk.retire.Findings;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes generations one after another, on a thread that lives as long as there is something to
 * close: a plugin that hangs while it stops keeps only those that retire after it. Any thread.
 */
final class Undertaker {

  private static final Logger LOG = LoggerFactory.getLogger(Undertaker.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean isBusy;

  /**
   * Closes something soon.
   *
   * @param closing may take long
   * @param then hears what was found, at once
   */
  void close(Supplier<Findings> closing, Consumer<Findings> then) {
    lock.lock();
    try {
      waiting.add(() -> then.accept(closing.get()));
      if (!isBusy) {
        isBusy = true;
        thread().start();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is nothing left to close. */
  boolean isIdle() {
    lock.lock();
    try {
      return !isBusy;
    } finally {
      lock.unlock();
    }
  }

  private Thread thread() {
    var thread =
        Thread.ofPlatform()
            .name("plugin-closing")
            .daemon()
            .inheritInheritableThreadLocals(false)
            .unstarted(this::work);
    thread.setContextClassLoader(Undertaker.class.getClassLoader());
    return thread;
  }

  private void work() {
    for (var next = next(); next != null; next = next()) {
      try {
        next.run();
      } catch (Throwable e) {
        LOG.error("A plugin could not be closed; it stays in memory", e);
      }
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      var next = waiting.poll();
      isBusy = next != null;
      return next;
    } finally {
      lock.unlock();
    }
  }
}

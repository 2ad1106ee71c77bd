package dev.hotdesk.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the work of one conversation, one piece after another, on a borrowed thread. */
final class Lane {

  /** How many pieces may wait; customers type slower than that. */
  static final int MOST_WAITING = 200;

  private final Executor executor;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;
  private boolean closed;
  private volatile long began;

  /** Touched only by the work of this lane. */
  final Desk desk = new Desk();

  Lane(Executor executor) {
    this.executor = executor;
  }

  /** What became of an offer. */
  enum Offer {
    TAKEN,
    FULL,
    CLOSED,
    /** There are no threads any more: the server goes down. */
    STOPPED
  }

  Offer offer(Runnable work) {
    lock.lock();
    try {
      if (closed) {
        return Offer.CLOSED;
      }
      if (waiting.size() >= MOST_WAITING) {
        return Offer.FULL;
      }
      waiting.add(work);
      if (!running) {
        running = true;
        executor.execute(this::run);
      }
      return Offer.TAKEN;
    } catch (RejectedExecutionException _) {
      waiting.removeLast();
      running = false;
      return Offer.STOPPED;
    } finally {
      lock.unlock();
    }
  }

  /** Whether one piece of work has been under way for so long. */
  boolean isStuck(Duration time) {
    var since = began;
    return since != 0 && System.nanoTime() - since > time.toNanos();
  }

  boolean isBusy() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  /** Closes the lane for good, unless it has work. */
  boolean closeIfIdle() {
    lock.lock();
    try {
      closed = closed || (!running && waiting.isEmpty());
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (var work = next(); work != null; work = next()) {
      began = System.nanoTime();
      work.run();
      began = 0;
    }
  }

  private @org.jspecify.annotations.Nullable Runnable next() {
    lock.lock();
    try {
      var work = waiting.poll();
      running = work != null;
      return work;
    } finally {
      lock.unlock();
    }
  }
}

package dev.hotdesk.bench.line;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whether and how fast bytes move on a line. */
final class Flow {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moves = lock.newCondition();
  private boolean isStopped;
  private volatile int millis;

  void stop() {
    set(true);
  }

  void go() {
    millis = 0;
    set(false);
  }

  void slow(int by) {
    millis = by;
  }

  private void set(boolean stopped) {
    lock.lock();
    try {
      isStopped = stopped;
      moves.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the next bytes may go. */
  void await() throws InterruptedException {
    if (millis > 0) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(2 * millis));
    }
    lock.lock();
    try {
      while (isStopped) {
        moves.await();
      }
    } finally {
      lock.unlock();
    }
  }
}

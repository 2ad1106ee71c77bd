package dev.hotdesk.weave;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What threads wait for where being interrupted means nothing to them. */
final class Waits {

  private final Map<Long, Closeable> open = new ConcurrentHashMap<>();
  private final StopOrder order;

  Waits(StopOrder order) {
    this.order = order;
  }

  /** Something that waits for as long as it takes. */
  interface Wait {
    void begin() throws InterruptedException;
  }

  /**
   * Something that waits until what it reads is closed.
   *
   * @param <T> what comes of it
   */
  interface Read<T> {
    T begin() throws IOException;
  }

  /** Waits, with no regard to interruptions but those of the order. */
  void uninterruptibly(Wait wait) {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          wait.begin();
          return;
        } catch (InterruptedException e) {
          wasInterrupted = true;
          order.check();
        }
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Reads from what is closed if the thread that asks is to be stopped. */
  <T> T reading(Closeable closeable, Read<T> read) throws IOException {
    long me = Thread.currentThread().threadId();
    open.put(me, closeable);
    try {
      order.check();
      return read.begin();
    } finally {
      open.remove(me);
    }
  }

  /** Closes what a thread reads from, soon. */
  void disturb(Thread thread) {
    var closeable = open.remove(thread.threadId());
    if (closeable != null) {
      Thread.ofPlatform().daemon().name("plugin-watch-close").start(() -> close(closeable));
    }
  }

  /** On a thread of its own: it may say good-bye to a peer that does not listen. */
  private static void close(Closeable closeable) {
    var loader = closeable.getClass().getClassLoader();
    if (loader != null) {
      Thread.currentThread().setContextClassLoader(loader);
    }
    try {
      closeable.close();
    } catch (IOException e) {
      // It was to be disturbed, and is.
    }
  }
}

package dev.hotdesk.retire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the runtime lent to a generation of a plugin and takes back when it retires: timers,
 * subscriptions, connections. Any thread may add; what is added too late is closed at once.
 */
public final class CleanUp {

  private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private boolean isOver;

  private record Entry(String what, AutoCloseable closeable) {}

  /** Nothing lent yet. */
  public CleanUp() {}

  /**
   * Will close this when the generation retires, after all that is added later.
   *
   * @param what the thing in words, such as {@code the timer nightly}
   */
  public void add(String what, AutoCloseable closeable) {
    lock.lock();
    try {
      if (!isOver) {
        entries.push(new Entry(what, closeable));
        return;
      }
    } finally {
      lock.unlock();
    }
    close(what, closeable);
  }

  /** Forgets it, because it is closed already. */
  public void remove(AutoCloseable closeable) {
    lock.lock();
    try {
      entries.removeIf(entry -> entry.closeable.equals(closeable));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes everything, the latest first; one that fails does not stop the others.
   *
   * @return what was closed, and what failed to, in words
   */
  public List<String> close() {
    var closed = new ArrayList<String>();
    for (var entry = next(); entry != null; entry = next()) {
      try {
        entry.closeable.close();
        closed.add(entry.what);
      } catch (Throwable e) {
        LOG.warn("{} did not close", entry.what, e);
        closed.add(entry.what + ", which did not close cleanly: " + e);
      }
    }
    return closed;
  }

  private @Nullable Entry next() {
    lock.lock();
    try {
      isOver = true;
      return entries.poll();
    } finally {
      lock.unlock();
    }
  }

  private static void close(String what, AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Throwable e) {
      LOG.warn("{} was registered after the plugin retired, and did not close", what, e);
    }
  }
}

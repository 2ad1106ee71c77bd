package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** What lately became of a client's line, for whoever wonders why it was not answered. */
final class Diary {

  private static final int MOST = 60;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Line> lines = new ArrayDeque<>();

  private record Line(long at, String text) {
    String before(long now) {
      return "%.1f s ago %s".formatted(Duration.ofNanos(now - at).toMillis() / 1000.0, text);
    }
  }

  void note(String text) {
    lock.lock();
    try {
      lines.add(new Line(System.nanoTime(), text));
      if (lines.size() > MOST) {
        lines.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      long now = System.nanoTime();
      return lines.stream().map(line -> line.before(now)).collect(Collectors.joining("; "));
    } finally {
      lock.unlock();
    }
  }
}

package dev.hotdesk.server.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** What supervisors told customers lately, for all at the desk. */
public final class NoticeBoard {

  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final int MOST = 20;

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Told> all = new LinkedHashMap<>();

  NoticeBoard(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a supervisor told.
   *
   * @param by the log-in name
   * @param store whose customers were told; empty for all, as are channel and state
   */
  public record Told(
      String id, String text, String by, Instant at, String store, String channel, String state) {}

  /** Returns whether it is news here: not there yet, and not long ago. */
  boolean pin(Told told) {
    lock.lock();
    try {
      if (isOld(told) || all.putIfAbsent(told.id(), told) != null) {
        return false;
      }
      all.values().removeIf(this::isOld);
      if (all.size() > MOST) {
        all.remove(all.keySet().iterator().next());
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** What was told lately, oldest first. */
  List<Told> lately() {
    lock.lock();
    try {
      return all.values().stream().filter(told -> !isOld(told)).toList();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOld(Told told) {
    return told.at().plus(LATELY).isBefore(clock.instant());
  }
}

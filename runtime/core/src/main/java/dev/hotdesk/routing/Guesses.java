package dev.hotdesk.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts wrong proofs of ownership, so that four digits cannot be found by trying: a conversation
 * has {@value #PER_CONVERSATION} wrong guesses, an order {@value #PER_ORDER}, within an hour.
 */
final class Guesses {

  static final int PER_CONVERSATION = 5;
  static final int PER_ORDER = 10;
  private static final int MOST_KEPT = 100_000;
  private static final Duration MEMORY = Duration.ofHours(1);

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Guesses(Clock clock) {
    this.clock = clock;
  }

  /** Whether one more guess is allowed. */
  boolean isAllowed(String conversation, String order) {
    lock.lock();
    try {
      return count("c:" + conversation) < PER_CONVERSATION && count("o:" + order) < PER_ORDER;
    } finally {
      lock.unlock();
    }
  }

  /** Notes a wrong guess. */
  void wrong(String conversation, String order) {
    lock.lock();
    try {
      note("c:" + conversation);
      note("o:" + order);
    } finally {
      lock.unlock();
    }
  }

  private int count(String key) {
    var count = counts.get(key);
    return count == null || clock.instant().isAfter(count.until) ? 0 : count.wrong;
  }

  private void note(String key) {
    counts.put(key, new Count(count(key) + 1, clock.instant().plus(MEMORY)));
  }

  private record Count(int wrong, Instant until) {}
}

package dev.hotdesk.server.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** An allowance for each of many. Remembers a bounded number of them. */
public final class Allowances {

  private static final int MOST_REMEMBERED = 50_000;

  private final int most;
  private final Duration span;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Allowance> allowances =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
          return size() > MOST_REMEMBERED || eldest.getValue().isFull(nanos.getAsLong());
        }
      };

  /** So many in a span, for each. */
  public Allowances(int most, Duration span, LongSupplier nanos) {
    this.most = most;
    this.span = span;
    this.nanos = nanos;
  }

  /** Zero if this one may; else how long it has to wait. */
  public Duration take(String whose) {
    lock.lock();
    try {
      var now = nanos.getAsLong();
      var allowance = allowances.get(whose);
      if (allowance == null) {
        allowance = new Allowance(most, span, now);
        allowance.take(now);
        allowances.put(whose, allowance);
        return Duration.ZERO;
      }
      return allowance.take(now) ? Duration.ZERO : allowance.pause(now);
    } finally {
      lock.unlock();
    }
  }
}

package dev.hotdesk.server.gateway;

import dev.hotdesk.server.stream.Allowance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** How often one network address may ask for something. Remembers a bounded number of addresses. */
public final class AddressLimit {

  private static final int MOST_ADDRESSES = 50_000;

  private final int most;
  private final Duration span;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Allowance> allowances =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
          return size() > MOST_ADDRESSES || eldest.getValue().isFull(nanos.getAsLong());
        }
      };

  /** So many in a span. */
  public AddressLimit(int most, Duration span, LongSupplier nanos) {
    this.most = most;
    this.span = span;
    this.nanos = nanos;
  }

  /** Zero if this address may; else how long it has to wait. */
  public Duration take(String address) {
    lock.lock();
    try {
      var now = nanos.getAsLong();
      var allowance = allowances.get(address);
      if (allowance == null) {
        allowance = new Allowance(most, span, now);
        allowance.take(now);
        allowances.put(address, allowance);
        return Duration.ZERO;
      }
      return allowance.take(now) ? Duration.ZERO : allowance.pause(now);
    } finally {
      lock.unlock();
    }
  }
}

package dev.hotdesk.server.lookup;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing that is read often and seldom changes. It is read again after somebody has said that it
 * changed, and when it is old, as others may have had no way to say so. While it cannot be read,
 * the one before holds, and it is tried again a second later.
 */
public final class Lookup<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);

  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final Supplier<T> source;
  private final long oldest;
  private final LongSupplier nanos;
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicLong changes = new AtomicLong();
  private final LongAdder reads = new LongAdder();
  private final LongAdder uses = new LongAdder();
  private volatile @Nullable Kept<T> kept;

  Lookup(String name, Supplier<T> source, long oldest, LongSupplier nanos) {
    this.name = name;
    this.source = source;
    this.oldest = oldest;
    this.nanos = nanos;
  }

  /** What was read, after how many changes, and when. */
  private record Kept<T>(T value, long change, long at) {}

  /**
   * What it is now. Blocks while it is read for the first time or after a change; who asks while it
   * is only old, and is being read, gets the one before.
   */
  public T get() {
    uses.increment();
    var now = kept;
    if (now != null && isFresh(now)) {
      return now.value;
    }
    if (now != null && now.change == changes.get()) {
      return reading.tryLock() ? readLocked() : now.value;
    }
    reading.lock();
    return readLocked();
  }

  private boolean isFresh(Kept<T> now) {
    return now.change == changes.get() && nanos.getAsLong() - now.at < oldest;
  }

  private T readLocked() {
    try {
      var now = kept;
      if (now != null && isFresh(now)) {
        return now.value;
      }
      // What changes while it is read counts as not read yet.
      long change = changes.get();
      try {
        var value = source.get();
        reads.increment();
        kept = new Kept<>(value, change, nanos.getAsLong());
        return value;
      } catch (RuntimeException e) {
        if (now == null) {
          throw e;
        }
        LOG.debug("{} cannot be read; what was read before holds: {}", name, e.getMessage());
        // Not tried by everybody who asks: that would be one long wait after another.
        kept = new Kept<>(now.value, change, nanos.getAsLong() - oldest + PAUSE);
        return now.value;
      }
    } finally {
      reading.unlock();
    }
  }

  void forget() {
    changes.incrementAndGet();
  }

  long reads() {
    return reads.sum();
  }

  long uses() {
    return uses.sum();
  }
}

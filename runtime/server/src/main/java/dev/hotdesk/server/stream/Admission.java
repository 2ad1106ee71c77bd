package dev.hotdesk.server.stream;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Who comes in: so many connections in a second, and none while the server empties. Who does not is
 * told when to come back, each a little later than the other.
 */
public final class Admission {

  private static final Duration BURST = Duration.ofSeconds(2);
  private static final int SCATTER = 1_500;
  private static final int SOON = 300;

  private final Allowance allowance;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;

  /** Lets in so many in a second, and twice as many at once. */
  public Admission(int perSecond, LongSupplier nanos) {
    this.allowance = new Allowance(Math.multiplyExact(perSecond, 2), BURST, nanos.getAsLong());
    this.nanos = nanos;
  }

  /** Empty if somebody may come in; else after how many milliseconds they may try again. */
  public OptionalLong refusal() {
    if (closed) {
      return OptionalLong.of(scattered(SOON));
    }
    lock.lock();
    try {
      var now = nanos.getAsLong();
      return allowance.take(now)
          ? OptionalLong.empty()
          : OptionalLong.of(scattered(allowance.pause(now).toMillis()));
    } finally {
      lock.unlock();
    }
  }

  /** The same for somebody who only asks; does not count. */
  public OptionalLong outlook() {
    if (closed) {
      return OptionalLong.of(scattered(SOON));
    }
    lock.lock();
    try {
      var pause = allowance.pause(nanos.getAsLong());
      return pause.isZero() ? OptionalLong.empty() : OptionalLong.of(scattered(pause.toMillis()));
    } finally {
      lock.unlock();
    }
  }

  /** When somebody may come back who has to leave. */
  public static long scattered(long least) {
    return least + ThreadLocalRandom.current().nextInt(SCATTER);
  }

  /** Lets nobody in any more. */
  public void close() {
    closed = true;
  }

  /** Lets people in again. */
  public void open() {
    closed = false;
  }
}

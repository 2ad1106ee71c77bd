package dev.hotdesk.routing;

import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Leaves something alone for a while that fails too often: whoever asks is refused at once, instead
 * of waiting for one more failure. When the time is over, one call is let through to try.
 *
 * <pre>
 *             too many failures               time over, one is let through
 *   CLOSED ───────────────────────► OPEN ─────────────────────────────────► TRYING
 *     ▲                              ▲                                        │ │
 *     │                              └───────────── it failed ────────────────┘ │
 *     └───────────────────────────────────────────── it succeeded ──────────────┘
 * </pre>
 *
 * <p>Has no clock; times are nanoseconds of any steady one. Called by many threads at once.
 */
public final class CircuitBreaker {

  /** How a call went, as far as the circuit is concerned. */
  public enum Result {
    /** It did what it should. */
    SUCCEEDED,
    /** It did not. */
    FAILED,
    /** It was not even begun, or somebody else was at fault. */
    NEITHER
  }

  /** How it stands. */
  public enum Standing {
    /** Calls pass. */
    CLOSED,
    /** Calls are refused. */
    OPEN,
    /** One call is under way to try; others are refused. */
    TRYING
  }

  /**
   * Leave to make one call; to be handed back with its result.
   *
   * @param age which calls are of one time: a result from before the last change means nothing
   */
  public record Pass(long age) {}

  private final Policy.Breaker settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final BitSet failures;
  private int counted;
  private int place;
  private Standing standing = Standing.CLOSED;
  private boolean isTrialOut;
  private long until;
  private long age;

  /** Closed, with nothing counted. */
  public CircuitBreaker(Policy.Breaker settings) {
    this.settings = settings;
    this.failures = new BitSet(settings.sample());
  }

  /** Leave for one call, or nothing: then see {@link #pause}. */
  public Optional<Pass> ask(long nanos) {
    lock.lock();
    try {
      if (standing == Standing.OPEN && nanos - until >= 0) {
        change(Standing.TRYING);
      }
      if (standing == Standing.OPEN || (standing == Standing.TRYING && isTrialOut)) {
        return Optional.empty();
      }
      isTrialOut = standing == Standing.TRYING;
      return Optional.of(new Pass(age));
    } finally {
      lock.unlock();
    }
  }

  /** Hands a pass back; returns whether that opened the circuit. */
  public boolean end(Pass pass, Result result, long nanos) {
    lock.lock();
    try {
      if (pass.age() != age) {
        return false;
      }
      return switch (standing) {
        case CLOSED -> result != Result.NEITHER && count(result, nanos);
        case TRYING -> tried(result, nanos);
        case OPEN -> false;
      };
    } finally {
      lock.unlock();
    }
  }

  private boolean tried(Result result, long nanos) {
    isTrialOut = false;
    return switch (result) {
      case NEITHER -> false;
      case FAILED -> {
        open(nanos);
        yield true;
      }
      case SUCCEEDED -> {
        failures.clear();
        counted = 0;
        place = 0;
        change(Standing.CLOSED);
        yield false;
      }
    };
  }

  private boolean count(Result result, long nanos) {
    failures.set(place, result == Result.FAILED);
    place = (place + 1) % settings.sample();
    counted = Math.min(counted + 1, settings.sample());
    boolean isTooMany =
        counted == settings.sample()
            && failures.cardinality() * 100L >= (long) settings.failurePercent() * counted;
    if (isTooMany) {
      open(nanos);
    }
    return isTooMany;
  }

  private void open(long nanos) {
    change(Standing.OPEN);
    until = nanos + settings.open().toNanos();
  }

  private void change(Standing next) {
    standing = next;
    isTrialOut = false;
    age++;
  }

  /** How it stands. */
  public Standing standing() {
    lock.lock();
    try {
      return standing;
    } finally {
      lock.unlock();
    }
  }

  /** How long it is sure to refuse; zero if it may let a call pass now. */
  public Duration pause(long nanos) {
    lock.lock();
    try {
      return standing == Standing.OPEN && until - nanos > 0
          ? Duration.ofNanos(until - nanos)
          : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }
}

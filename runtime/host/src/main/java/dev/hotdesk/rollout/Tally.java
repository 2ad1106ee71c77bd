package dev.hotdesk.rollout;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one generation: how many, how many failed, how long they took. */
public final class Tally {

  private static final double FINEST_MILLIS = 0.1;
  private static final double STEP = 1.15;
  private static final int BUCKETS = 100;

  private final LongAdder faults = new LongAdder();
  private final AtomicLongArray times = new AtomicLongArray(BUCKETS);

  /** Counts one call. By many threads at once; never blocks. */
  public void add(Duration time, boolean isFault) {
    times.incrementAndGet(bucket(time.toNanos() / 1e6));
    if (isFault) {
      faults.increment();
    }
  }

  /** What was counted so far. */
  public Counts counts() {
    var copy = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      copy[i] = times.get(i);
    }
    return new Counts(faults.sum(), copy);
  }

  private static int bucket(double millis) {
    return millis <= FINEST_MILLIS
        ? 0
        : Math.min(BUCKETS - 1, (int) Math.ceil(Math.log(millis / FINEST_MILLIS) / Math.log(STEP)));
  }

  /** What a tally had counted at some moment. Immutable. */
  public static final class Counts {

    /** Nothing. */
    public static final Counts NONE = new Counts(0, new long[BUCKETS]);

    private final long faults;
    private final long[] times;

    private Counts(long faults, long[] times) {
      this.faults = faults;
      this.times = times;
    }

    /** How many calls. */
    public long calls() {
      return Arrays.stream(times).sum();
    }

    /** How many of them failed. */
    public long faults() {
      return faults;
    }

    /** What was counted since an earlier moment. */
    public Counts since(Counts earlier) {
      var difference = new long[BUCKETS];
      Arrays.setAll(difference, i -> times[i] - earlier.times[i]);
      return new Counts(faults - earlier.faults, difference);
    }

    /** These and others. */
    public Counts and(Counts others) {
      var sum = new long[BUCKETS];
      Arrays.setAll(sum, i -> times[i] + others.times[i]);
      return new Counts(faults + others.faults, sum);
    }

    /** A time within which 95 % of the calls ended, exact to some 15 %; 0 if there are none. */
    public double p95Millis() {
      long left = (long) Math.ceil(calls() * 0.95);
      for (int i = 0; i < BUCKETS; i++) {
        left -= times[i];
        if (left <= 0 && calls() > 0) {
          return upTo(i);
        }
      }
      return 0;
    }

    /** How many calls certainly took longer. */
    public long slowerThan(double millis) {
      return Arrays.stream(times, Math.min(BUCKETS, bucket(millis) + 1), BUCKETS).sum();
    }

    private static double upTo(int bucket) {
      return FINEST_MILLIS * Math.pow(STEP, bucket);
    }
  }
}

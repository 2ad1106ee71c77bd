package dev.hotdesk.bench;

import java.util.Arrays;

/** Many durations. Safe for many threads. */
final class Timings {

  private long[] nanos = new long[1024];
  private int count;

  synchronized void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** Takes over all of the other's. */
  void addAll(Timings other) {
    for (long each : other.copy()) {
      add(each);
    }
  }

  private synchronized long[] copy() {
    return Arrays.copyOf(nanos, count);
  }

  synchronized int count() {
    return count;
  }

  /** The smallest duration that so many of a hundred do not exceed, in milliseconds; 0 of none. */
  synchronized double percentile(int percent) {
    if (count == 0) {
      return 0;
    }
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * count);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}

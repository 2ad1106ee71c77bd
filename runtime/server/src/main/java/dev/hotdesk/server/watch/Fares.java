package dev.hotdesk.server.watch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How the calls of each version of a plugin went lately, for the console: what the metrics have
 * too, but over the last minutes only. Any thread.
 */
public final class Fares {

  private static final int CALLS = 512;
  private static final long WINDOW = Duration.ofMinutes(5).toNanos();
  private static final int MOST_VERSIONS = 1_000;

  private final LongSupplier nanos;
  private final Map<String, Recent> all = new ConcurrentHashMap<>();

  /** With this clock. */
  public Fares(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * How calls went.
   *
   * @param calls of the last five minutes, at most 512
   * @param p95Millis of how long they took, or 0
   */
  public record Fare(int calls, double p95Millis) {

    static final Fare NONE = new Fare(0, 0);
  }

  /** A call ended. */
  void called(String plugin, String version, Duration time) {
    if (all.size() >= MOST_VERSIONS) {
      all.clear();
    }
    all.computeIfAbsent(key(plugin, version), _ -> new Recent())
        .add(nanos.getAsLong(), time.toNanos());
  }

  /** How the calls of a version went. */
  public Fare of(String plugin, String version) {
    var recent = all.get(key(plugin, version));
    return recent == null ? Fare.NONE : recent.fare(nanos.getAsLong());
  }

  private static String key(String plugin, String version) {
    return plugin + "@" + version;
  }

  private static final class Recent {

    private final ReentrantLock lock = new ReentrantLock();
    private final long[] at = new long[CALLS];
    private final long[] took = new long[CALLS];
    private int size;
    private int next;

    void add(long now, long time) {
      lock.lock();
      try {
        at[next] = now;
        took[next] = time;
        next = (next + 1) % CALLS;
        size = Math.min(size + 1, CALLS);
      } finally {
        lock.unlock();
      }
    }

    Fare fare(long now) {
      lock.lock();
      try {
        var times = new long[size];
        var found = 0;
        for (var i = 0; i < size; i++) {
          if (now - at[i] <= WINDOW) {
            times[found++] = took[i];
          }
        }
        var recent = Arrays.copyOf(times, found);
        Arrays.sort(recent);
        return new Fare(found, found == 0 ? 0 : recent[(int) Math.ceil(found * 0.95) - 1] / 1e6);
      } finally {
        lock.unlock();
      }
    }
  }
}

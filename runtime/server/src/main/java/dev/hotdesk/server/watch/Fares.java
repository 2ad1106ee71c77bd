package dev.hotdesk.server.watch;

import dev.hotdesk.routing.PluginFaultException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
   * @param threw in all
   * @param timedOut in all
   * @param rejected in all: calls that found the plugin too busy
   */
  public record Fare(int calls, double p95Millis, long threw, long timedOut, long rejected) {

    static final Fare NONE = new Fare(0, 0, 0, 0, 0);
  }

  /** A call ended. */
  void called(
      String plugin, String version, Duration time, Optional<PluginFaultException.Kind> fault) {
    if (all.size() >= MOST_VERSIONS) {
      all.clear();
    }
    all.computeIfAbsent(key(plugin, version), _ -> new Recent())
        .add(nanos.getAsLong(), time.toNanos(), fault);
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
    private final Map<PluginFaultException.Kind, Long> faults =
        new EnumMap<>(PluginFaultException.Kind.class);
    private int size;
    private int next;

    void add(long now, long time, Optional<PluginFaultException.Kind> fault) {
      lock.lock();
      try {
        at[next] = now;
        took[next] = time;
        next = (next + 1) % CALLS;
        size = Math.min(size + 1, CALLS);
        fault.ifPresent(kind -> faults.merge(kind, 1L, Long::sum));
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
        return new Fare(
            found,
            found == 0 ? 0 : recent[(int) Math.ceil(found * 0.95) - 1] / 1e6,
            count(PluginFaultException.Kind.THREW)
                + count(PluginFaultException.Kind.RETURNED_NOTHING),
            count(PluginFaultException.Kind.TIMED_OUT),
            count(PluginFaultException.Kind.OVERLOADED));
      } finally {
        lock.unlock();
      }
    }

    private long count(PluginFaultException.Kind kind) {
      return faults.getOrDefault(kind, 0L);
    }
  }
}

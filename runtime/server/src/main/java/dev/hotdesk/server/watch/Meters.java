package dev.hotdesk.server.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Our meters in the registry, looked up once each: the registry's own look-up is not cheap. */
public final class Meters {

  private final MetricRegistry registry;
  private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();
  private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();
  private final Map<List<String>, Histogram> histograms = new ConcurrentHashMap<>();

  /** Keeps meters in this registry. */
  public Meters(MetricRegistry registry) {
    this.registry = registry;
  }

  /** Adds a time; tags are names and values in turns. */
  void time(String name, String description, Duration time, String... tags) {
    timers
        .computeIfAbsent(key(name, tags), _ -> registry.timer(data(name, description), tags(tags)))
        .update(time);
  }

  /**
   * Forgets the times that are told apart by these tags, among others: each has a histogram of some
   * ten kilobytes, and nobody will add to it any more.
   */
  void forgetTimes(String... tags) {
    var wanted = List.of(tags(tags));
    for (var key : List.copyOf(timers.keySet())) {
      if (key.size() > 1 && List.of(tags(key.getLast().split("\n", -1))).containsAll(wanted)) {
        timers.remove(key);
        registry.remove(new MetricID(key.getFirst(), tags(key.getLast().split("\n", -1))));
      }
    }
  }

  /** Counts one more. */
  void count(String name, String description, String... tags) {
    add(name, description, 1, tags);
  }

  /** Counts so many more. */
  void add(String name, String description, long by, String... tags) {
    counters
        .computeIfAbsent(
            key(name, tags), _ -> registry.counter(data(name, description), tags(tags)))
        .inc(by);
  }

  /** Adds a size. */
  void size(String name, String description, long size) {
    histograms
        .computeIfAbsent(key(name), _ -> registry.histogram(data(name, description)))
        .update(size);
  }

  /** Shows a number that is asked for when somebody looks. */
  void show(String name, String description, Supplier<Number> number, String... tags) {
    registry.gauge(data(name, description), number, tags(tags));
  }

  private static List<String> key(String name, String... tags) {
    return tags.length == 0 ? List.of(name) : List.of(name, String.join("\n", tags));
  }

  private static Metadata data(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }

  private static Tag[] tags(String... pairs) {
    var tags = new Tag[pairs.length / 2];
    for (var i = 0; i < tags.length; i++) {
      tags[i] = new Tag(pairs[2 * i], pairs[2 * i + 1].isEmpty() ? "none" : pairs[2 * i + 1]);
    }
    return tags;
  }
}

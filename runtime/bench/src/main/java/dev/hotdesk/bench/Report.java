package dev.hotdesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured: results to standard output, progress and broken promises to standard error.
 */
public final class Report {

  private final List<String> broken;
  private final String measure;
  private final String prefix;

  private Report(String measure, String prefix, List<String> broken) {
    this.measure = measure;
    this.prefix = prefix;
    this.broken = broken;
  }

  /** Of one measure alone: the names of its results stand for themselves. */
  static Report of(String measure) {
    return new Report(measure, "", new ArrayList<>());
  }

  /** Of one measure among others: the names of its results begin with its own. */
  static Report among(String measure) {
    return new Report(measure, measure + ".", new ArrayList<>());
  }

  /** A part of this one: the names of its results begin with this, and what it breaks is broken. */
  Report within(String part) {
    return new Report(measure, prefix + part + ".", broken);
  }

  /** What is going on, for whoever waits. */
  public void progress(String words) {
    System.err.println(measure + ": " + words);
  }

  /** How busy the machine was by itself: the number of processes that wanted a core. */
  void load() {
    value(
        "machine_load",
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        "");
  }

  /** A count. */
  public void count(String name, long value) {
    print(name, String.valueOf(value), "");
  }

  /** A measured value. */
  public void value(String name, double value, String unit) {
    print(name, String.format(Locale.ROOT, "%.1f", value), unit);
  }

  /** So many of a hundred, to the hundredth part. */
  public void percent(String name, double value) {
    print(name, String.format(Locale.ROOT, "%.2f", value), "%");
  }

  /** A share of one, where small differences matter. */
  public void share(String name, double value) {
    print(name, String.format(Locale.ROOT, "%.4f", value), "");
  }

  /** A measured value that was promised not to be above a limit. */
  void atMost(double limit, String name, double value, String unit) {
    value(name, value, unit);
    if (!(value <= limit)) {
      broke("%s is %.1f %s; promised: at most %.1f".formatted(name, value, unit, limit));
    }
  }

  /** A value that was told already was promised not to be above this. */
  void promise(String name, double value, double limit) {
    if (!(value <= limit)) {
      broke("%s is %.1f; promised: at most %.1f".formatted(name, value, limit));
    }
  }

  /** A value that was told already was promised not to be below this. */
  void promiseLeast(String name, double value, double limit) {
    if (!(value >= limit)) {
      broke("%s is %.1f; promised: at least %.1f".formatted(name, value, limit));
    }
  }

  /** A count that was promised to be 0; the cases tell what was wrong. */
  void none(String name, List<String> cases) {
    count(name, cases.size());
    if (!cases.isEmpty()) {
      broke(
          "%s: %d, promised: none, such as %s"
              .formatted(name, cases.size(), cases.subList(0, Math.min(5, cases.size()))));
    }
  }

  /** A count that was promised not to be below this. */
  void atLeast(long limit, String name, long value) {
    count(name, value);
    if (value < limit) {
      broke("%s is %d; promised: at least %d".formatted(name, value, limit));
    }
  }

  /** A count that was promised to be this. */
  void exactly(long wanted, String name, long value) {
    count(name, value);
    if (value != wanted) {
      broke("%s is %d; promised: %d".formatted(name, value, wanted));
    }
  }

  /** The middle, the 95th and the 99th of these times. */
  void times(String name, Timings times) {
    value(name + "_p50", times.percentile(50), "ms");
    value(name + "_p95", times.percentile(95), "ms");
    value(name + "_p99", times.percentile(99), "ms");
  }

  private void broke(String words) {
    broken.add(words);
    System.err.println(measure + ": BROKEN: " + words);
  }

  private void print(String name, String value, String unit) {
    System.out.println(prefix + name + "\t" + value + (unit.isEmpty() ? "" : "\t" + unit));
    System.out.flush();
  }

  /** The promises that were broken. */
  List<String> broken() {
    return List.copyOf(broken);
  }
}

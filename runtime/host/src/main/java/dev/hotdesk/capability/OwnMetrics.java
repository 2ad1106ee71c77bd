package dev.hotdesk.capability;

import dev.hotdesk.api.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's own figures: few names, each of one kind. One for all generations of a plugin, for the
 * figures go on over an upgrade. Like the contract says, it never throws: what is not well is
 * dropped, and told once.
 */
final class OwnMetrics implements Metrics {

  /** How many names a plugin may use. */
  static final int MOST = 50;

  private static final Logger LOG = LoggerFactory.getLogger(OwnMetrics.class);
  private static final String OF_COUNTERS = "_total";

  private enum Kind {
    COUNTER,
    GAUGE
  }

  private final String plugin;
  private final OwnFigures figures;
  private final Map<String, Kind> names = new ConcurrentHashMap<>();
  private final AtomicBoolean isTold = new AtomicBoolean();

  OwnMetrics(String plugin, OwnFigures figures) {
    this.plugin = plugin;
    this.figures = figures;
  }

  @Override
  public void count(String name, long by) {
    var plain = withoutTotal(name);
    if (by >= 0 && isKnown(plain, Kind.COUNTER)) {
      figures.count(plugin, plain, by);
    }
  }

  @Override
  public void gauge(String name, double value) {
    if (Double.isFinite(value) && name.equals(withoutTotal(name)) && isKnown(name, Kind.GAUGE)) {
      figures.gauge(plugin, name, value);
    }
  }

  private static String withoutTotal(String name) {
    return name.endsWith(OF_COUNTERS)
        ? name.substring(0, name.length() - OF_COUNTERS.length())
        : name;
  }

  private boolean isKnown(String name, Kind kind) {
    var known = names.get(name);
    if (known == null && Limits.isName(name)) {
      known = admitted(name, kind);
    }
    if (known == kind) {
      return true;
    }
    if (!isTold.getAndSet(true)) {
      LOG.warn(
          "Plugin {} shows a figure named {}, which is dropped; wanted at most {} names of"
              + " lower-case letters, digits and underscores, each either counted or gauged:"
              + " further ones are dropped without a word",
          plugin,
          Limits.quoted(name),
          MOST);
    }
    return false;
  }

  /** The kind of a name, which is taken in if it is new and there is room. */
  private synchronized @Nullable Kind admitted(String name, Kind kind) {
    if (names.size() < MOST) {
      names.putIfAbsent(name, kind);
    }
    return names.get(name);
  }
}

package dev.hotdesk.server.watch;

import dev.hotdesk.capability.OwnFigures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Shows plugins' own figures among the server's, with the plugin's id as a tag. */
public final class OwnFigureMeters implements OwnFigures {

  private static final String OWN = "hotdesk.plugin.own.";
  private static final String TAG = "plugin";

  private final Meters meters;
  private final Map<String, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();

  OwnFigureMeters(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void count(String plugin, String name, long by) {
    // A name of its own: one plugin may count what another gauges.
    meters.add(OWN + name + ".total", "Counted by plugins", by, TAG, plugin);
  }

  @Override
  public void gauge(String plugin, String name, double value) {
    gauges.computeIfAbsent(plugin + "/" + name, _ -> shown(plugin, name)).set(value);
  }

  private AtomicReference<Double> shown(String plugin, String name) {
    var value = new AtomicReference<>(0.0);
    meters.show(OWN + name, "Shown by plugins", value::get, TAG, plugin);
    return value;
  }

  @Override
  public void outbound(String plugin, String host, String outcome, Duration time) {
    meters.time(
        "hotdesk.plugin.http",
        "Calls of other systems by plugins",
        time,
        TAG,
        plugin,
        "host",
        host,
        "outcome",
        outcome);
  }
}

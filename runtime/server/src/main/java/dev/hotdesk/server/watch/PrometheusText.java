package dev.hotdesk.server.watch;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Snapshot;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Writes metrics as Prometheus reads them, text format 0.0.4.
 *
 * <p>The server has a page of its own for this, but only for its own administrators, who are not
 * ours.
 */
final class PrometheusText {

  /** The media type. */
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder(8192);

  private PrometheusText() {}

  static String of(Collection<MetricRegistry> registries) {
    var writer = new PrometheusText();
    registries.forEach(writer::registry);
    return writer.text.toString();
  }

  private void registry(MetricRegistry registry) {
    var families = new TreeMap<String, Map<MetricID, Metric>>();
    registry
        .getMetrics()
        .forEach(
            (id, metric) ->
                families.computeIfAbsent(id.getName(), _ -> new TreeMap<>()).put(id, metric));
    families.forEach((name, metrics) -> family(registry, name, metrics));
  }

  private void family(MetricRegistry registry, String raw, Map<MetricID, Metric> metrics) {
    var metadata = registry.getMetadata(raw);
    var help = metadata == null ? "" : metadata.description().orElse("");
    switch (metrics.values().iterator().next()) {
      case Counter _ -> head(total(raw), "counter", help);
      case Gauge<?> _ -> head(name(raw), "gauge", help);
      case Timer _ -> head(name(raw) + "_seconds", "summary", help);
      case Histogram _ -> head(name(raw), "summary", help);
      default -> {
        return;
      }
    }
    metrics.forEach((id, metric) -> metric(name(raw), labels(id), metric));
  }

  private void metric(String name, String labels, Metric metric) {
    switch (metric) {
      case Counter counter -> line(total(name), labels, (double) counter.getCount());
      case Gauge<?> gauge -> gauge(name, labels, gauge);
      case Timer timer ->
          summary(
              name + "_seconds",
              labels,
              timer.getSnapshot(),
              1e-9,
              timer.getCount(),
              seconds(timer.getElapsedTime()));
      case Histogram histogram ->
          summary(
              name,
              labels,
              histogram.getSnapshot(),
              1,
              histogram.getCount(),
              (double) histogram.getSum());
      default -> {}
    }
  }

  private void gauge(String name, String labels, Gauge<?> gauge) {
    try {
      line(name, labels, gauge.getValue().doubleValue());
    } catch (RuntimeException _) {
      // What cannot be told now is left out; the others are still worth reading.
    }
  }

  private void summary(
      String name, String labels, Snapshot snapshot, double unit, long count, double sum) {
    for (var percentile : snapshot.percentileValues()) {
      var quantile = "quantile=\"" + percentile.getPercentile() + "\"";
      line(
          name,
          labels.isEmpty() ? quantile : labels + "," + quantile,
          percentile.getValue() * unit);
    }
    line(name + "_count", labels, (double) count);
    line(name + "_sum", labels, sum);
  }

  private void head(String name, String type, String help) {
    var plain = help.replace("\\", "\\\\").replace("\n", "\\n");
    text.append("# HELP ").append(name).append(' ').append(plain).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ')
        .append(
            value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value))
        .append('\n');
  }

  private static String labels(MetricID id) {
    return id.getTags().entrySet().stream()
        .filter(tag -> !tag.getKey().equals("mp_scope") && !tag.getKey().equals("mp_app"))
        .map(tag -> name(tag.getKey()) + "=\"" + escaped(tag.getValue()) + "\"")
        .collect(Collectors.joining(","));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String total(String raw) {
    var name = name(raw);
    return name.endsWith("_total") ? name : name + "_total";
  }

  private static String name(String raw) {
    return raw.replaceAll("[^A-Za-z0-9_]", "_");
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}

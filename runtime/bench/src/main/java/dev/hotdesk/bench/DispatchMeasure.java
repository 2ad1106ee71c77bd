package dev.hotdesk.bench;

import dev.hotdesk.bench.dispatch.DispatchBench;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What it costs to reach a plugin. */
final class DispatchMeasure implements Measure {

  private static final double PROMISED_DIRECT_NANOS = 1_000;
  private static final double PROMISED_POOL_MICROS = 50;

  @Override
  public String summary() {
    return "lease and look-up, and a call through a plugin's pool [--iterations 5] [--millis 1000]";
  }

  @Override
  public void run(Options options, Report report) {
    var asked =
        new OptionsBuilder()
            .include(DispatchBench.class.getName())
            .forks(1)
            .jvmArgs("-XX:+UseSerialGC", "-Xmx256m")
            .warmupIterations(options.number("iterations", 5))
            .warmupTime(TimeValue.milliseconds(options.number("millis", 1000)))
            .measurementIterations(options.number("iterations", 5))
            .measurementTime(TimeValue.milliseconds(options.number("millis", 1000)))
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      var nanos = new HashMap<String, Double>();
      for (var result : new Runner(asked).run()) {
        nanos.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
      }
      tell(nanos, report);
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure", e);
    }
  }

  private static void tell(Map<String, Double> nanos, Report report) {
    report.atMost(
        PROMISED_DIRECT_NANOS, "direct_ns", nanos.getOrDefault("direct", Double.NaN), "ns");
    report.atMost(
        PROMISED_POOL_MICROS, "pool_us", nanos.getOrDefault("pool", Double.NaN) / 1_000, "µs");
  }
}

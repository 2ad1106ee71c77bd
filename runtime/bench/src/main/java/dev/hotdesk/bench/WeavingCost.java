package dev.hotdesk.bench;

import dev.hotdesk.bench.runaway.WeavingRounds;
import dev.hotdesk.bench.site.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the checks in its code cost an agent, in a process of its own with all compilers. */
final class WeavingCost {

  private static final double PROMISED_PERCENT = 3;

  private WeavingCost() {}

  static void measure(Options options, Report report) throws IOException, InterruptedException {
    var jar = Release.built("plugins/agent-orders/target", "agent-orders", ".jar");
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WeavingRounds.class.getName(),
                    jar.toString(),
                    String.valueOf(options.number("rounds", 60))))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (process.waitFor() != 0) {
      throw new IOException("The cost of weaving could not be measured: " + lines);
    }
    var figures = lines.getFirst().split(" ");
    report.value("turn_unwoven", Double.parseDouble(figures[0]), "us");
    report.value("turn_woven", Double.parseDouble(figures[1]), "us");
    report.atMost(PROMISED_PERCENT, "weaving_cost_percent", Double.parseDouble(figures[2]), "%");
  }
}

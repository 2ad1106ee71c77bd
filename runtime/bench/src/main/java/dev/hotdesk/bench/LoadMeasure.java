package dev.hotdesk.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens when many come at once, talk at once, or stay. */
final class LoadMeasure implements Measure {

  private static final Map<String, Measure> SCENARIOS = scenarios();

  private static Map<String, Measure> scenarios() {
    var all = new LinkedHashMap<String, Measure>();
    all.put("idle", new LoadIdle());
    all.put("flash", new LoadFlash());
    all.put("storm", new LoadStorm());
    all.put("chat", new LoadChat());
    all.put("fanout", new LoadFanout());
    all.put("cluster", new LoadCluster());
    return all;
  }

  /** Short forms of those that need one server only. */
  private static final Map<String, List<String>> SHORT =
      Map.of(
          "idle",
          List.of("idle", "--customers", "600", "--seconds", "3"),
          "flash",
          List.of("flash", "--customers", "600", "--seconds", "4"),
          "storm",
          List.of("storm", "--customers", "400"),
          "chat",
          List.of(
              "chat", "--customers", "40", "--operators", "3", "--rate", "40", "--seconds", "6"));

  @Override
  public String summary() {
    return "crowds, by scenario: " + String.join(", ", SCENARIOS.keySet());
  }

  @Override
  public Options options(List<String> words) {
    return Options.about(words);
  }

  @Override
  public void run(Options options, Report report)
      throws IOException, InterruptedException, SQLException {
    var name = options.subject();
    if (name.equals("ci")) {
      for (var scenario : SCENARIOS.entrySet()) {
        var form = SHORT.get(scenario.getKey());
        if (form != null) {
          scenario.getValue().run(Options.about(form), report.within(scenario.getKey()));
        }
      }
      return;
    }
    var scenario = SCENARIOS.get(name);
    if (scenario == null) {
      SCENARIOS.forEach((each, it) -> System.err.printf("  load %-8s %s%n", each, it.summary()));
      throw new IllegalArgumentException(
          "Wanted load SCENARIO, with one of " + SCENARIOS.keySet() + ", got: '" + name + "'");
    }
    scenario.run(options, report);
  }

  /** As docs/configuration.md says to those to whom crowds come. */
  static final String REHEARSED = "25000";

  /** How long the slowest part may take before the bench gives up. */
  static final Duration PATIENCE = Duration.ofMinutes(4);
}

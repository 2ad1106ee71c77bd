package dev.hotdesk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one entrance: {@code runtime/bench/run NAME [--option value …]}. */
public final class Main {

  private static final Map<String, Measure> MEASURES = measures();

  private Main() {}

  private static Map<String, Measure> measures() {
    var all = new LinkedHashMap<String, Measure>();
    all.put("start", new StartMeasure());
    all.put("chat", new ChatMeasure());
    all.put("load", new LoadMeasure());
    all.put("soak", new SoakMeasure());
    all.put("handover", new HandOverMeasure());
    all.put("drop", new DropMeasure());
    all.put("reload", new ReloadMeasure());
    all.put("leaks", new LeaksMeasure());
    all.put("swap", new SwapMeasure());
    all.put("migrate", new MigrateMeasure());
    all.put("kill", new KillMeasure());
    all.put("faults", new FaultsMeasure());
    all.put("rolling", new RollingMeasure());
    all.put("badclients", new BadClientsMeasure());
    all.put("badjars", new BadJarsMeasure());
    all.put("runaway", new RunawayMeasure());
    all.put("canary", new CanaryMeasure());
    all.put("functions", new FunctionsMeasure());
    all.put("crash", new CrashMeasure());
    all.put("dispatch", new DispatchMeasure());
    all.put("journal", new JournalMeasure());
    all.put("search", new SearchMeasure());
    all.put("understanding", new UnderstandingMeasure());
    all.put("retail", new RetailMeasure());
    return all;
  }

  /**
   * Short forms, for a machine that checks each change. What is not here is run on demand: it takes
   * long, or does not yet keep its promises on every machine (docs/measurements.md).
   */
  private static final Map<String, List<String>> CI =
      Map.ofEntries(
          Map.entry("start", List.of("--rounds", "2")),
          Map.entry("chat", List.of("--customers", "100", "--seconds", "15")),
          Map.entry("soak", List.of("--minutes", "2")),
          Map.entry("handover", List.of("--rounds", "5")),
          Map.entry("drop", List.of("--times", "3")),
          Map.entry("reload", List.of("--reloads", "60")),
          Map.entry("swap", List.of("--swaps", "300", "--sockets", "300", "--rate", "60")),
          Map.entry("migrate", List.of("--conversations", "100")),
          Map.entry("kill", List.of("--times", "3")),
          Map.entry(
              "faults",
              List.of("--kills", "4", "--minutes", "2", "--customers", "12", "--rate", "6")),
          Map.entry("badclients", List.of("--rounds", "1", "--deaf", "4")),
          Map.entry("badjars", List.of("--storm", "300")),
          Map.entry("runaway", List.of("--each", "4")),
          Map.entry(
              "canary",
              List.of("--rounds", "1", "--customers", "100", "--step", "8", "--bake", "4")),
          Map.entry(
              "functions",
              List.of(
                  "--events",
                  "1000",
                  "--requests",
                  "1000",
                  "--letters",
                  "40",
                  "--rounds",
                  "2",
                  "--customers",
                  "20")),
          Map.entry("crash", List.of("--points", "9", "--server", "1", "--customers", "6")),
          Map.entry("dispatch", List.of("--iterations", "3", "--millis", "500")));

  /** Runs a measure; without a name, lists them. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("usage: runtime/bench/run NAME [--option value …]");
      MEASURES.forEach((name, it) -> System.err.printf("  %-13s %s%n", name, it.summary()));
      System.err.printf("  %-13s %s%n", "ci", "most of the above, shortened");
      System.exit(2);
    }
    var broken = new ArrayList<String>();
    if (args[0].equals("ci")) {
      for (var measure : MEASURES.entrySet()) {
        var form = CI.get(measure.getKey());
        if (form == null) {
          System.err.println(measure.getKey() + ": not measured here, but on demand");
          continue;
        }
        var options = measure.getValue().options(form);
        broken.addAll(run(Report.among(measure.getKey()), measure.getValue(), options));
      }
    } else {
      var measure = MEASURES.get(args[0]);
      if (measure == null) {
        System.err.println("No measure is called " + args[0] + ": " + MEASURES.keySet());
        System.exit(2);
        return;
      }
      var options = measure.options(List.of(args).subList(1, args.length));
      broken.addAll(run(Report.of(args[0]), measure, options));
    }
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private static List<String> run(Report report, Measure measure, Options options)
      throws Exception {
    report.load();
    try {
      measure.run(options, report);
    } catch (Exception | Error e) {
      // A measure may leave threads behind that would keep the process.
      e.printStackTrace();
      System.exit(1);
    }
    return report.broken();
  }
}

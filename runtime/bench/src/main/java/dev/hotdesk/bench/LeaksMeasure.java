package dev.hotdesk.bench;

import dev.hotdesk.bench.leak.Trial;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;

/** Whether plugins that leave things behind are found out, and only those. */
final class LeaksMeasure implements Measure {

  @Override
  public String summary() {
    return "leaks of eight kinds: cleaned or found, and named; clean reloads [--clean 100]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int reloads = options.number("clean", 100);
    var folder = Files.createTempDirectory("hotdesk-leaks-");
    try (var trial = new Trial(folder)) {
      var harvest = trial.seeded();
      for (var each : harvest) {
        report.progress(each.seed().kind() + " " + each.words());
      }
      report.count("seeded", harvest.size());
      report.atLeast(
          harvest.size(), "named", harvest.stream().filter(Trial.Harvest::isNamed).count());
      var alarms = trial.clean(reloads);
      report.count("clean_reloads", reloads);
      report.none("false_alarms", alarms);
    } finally {
      Site.delete(folder);
    }
  }
}

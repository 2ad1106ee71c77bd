package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Whether anything that was acknowledged is lost when the server is killed at a random moment. */
final class KillMeasure implements Measure {

  @Override
  public String summary() {
    return "kill -9 under chat, restart, compare [--times 20] [--customers 40] [--rate 20]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int times = options.number("times", 20);
    var back = new Timings();
    var misplaced = new ArrayList<String>();
    try (var site = Site.open()) {
      site.start();
      try (var crowd =
              new Crowd(
                  site.web(),
                  site.shopOrigin(),
                  options.number("customers", 40),
                  options.number("rate", 20));
          var waiting = CustomerClient.connect(site.web(), site.shopOrigin(), "zh")) {
        waiting.ask("转人工", Duration.ofSeconds(20));
        crowd.begin();
        for (int time = 1; time <= times; time++) {
          Thread.sleep(ThreadLocalRandom.current().nextLong(1_000, 5_000));
          site.kill();
          var took = site.start();
          back.add(took.toNanos());
          report.progress("kill " + time + " of " + times + ", back in " + took.toMillis() + " ms");
          crowd.catchUp();
          misplaced.addAll(misplaced(site, waiting));
        }
        crowd.quiet();
        var findings = crowd.findings();
        if (!findings.areClean()) {
          report.progress("the data is kept in " + site.keepData());
        }
        report.count("kills", times);
        report.count("acknowledged", findings.promised());
        report.value("back_p50", back.percentile(50), "ms");
        report.value("acknowledged_after_ready_max", crowd.catchingUp().percentile(100), "ms");
        crowd.handOvers().forEach((why, many) -> report.progress(many + " × " + why));
        report.atLeast(1, "reconnects", crowd.reconnects());
        report.none("lost", findings.lost());
        report.none("duplicated", findings.duplicated());
        report.none("misordered", findings.misordered());
        report.none("unanswered", crowd.unanswered());
        report.none("sessions_misplaced", misplaced);
      }
    }
  }

  /** Sessions that are not in the state in which they were before. */
  private static List<String> misplaced(Site site, CustomerClient waiting) {
    var amy = Staff.login(site.web(), "amy", "amy-demo");
    try (var desk = OperatorClient.connect(amy)) {
      var state = desk.conversation(waiting.token().conversation()).text("state");
      return state.equals("waiting") ? List.of() : List.of("waiting became " + state);
    }
  }
}

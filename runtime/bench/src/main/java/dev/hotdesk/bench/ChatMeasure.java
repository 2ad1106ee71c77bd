package dev.hotdesk.bench;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;

/** How quickly and reliably many customers are answered at once. */
final class ChatMeasure implements Measure {

  @Override
  public String summary() {
    return "say to ack and say to answer, losses"
        + " [--customers 200] [--seconds 30] [--rate 20 (questions a second, all together)]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int size = options.number("customers", 200);
    try (var site = Site.open()) {
      site.start();
      report.progress(size + " customers come");
      try (var crowd = new Crowd(site.web(), site.shopOrigin(), size, options.number("rate", 20))) {
        crowd.begin();
        Thread.sleep(options.number("seconds", 30) * 1000L);
        crowd.quiet();
        var findings = crowd.findings();
        report.count("customers", size);
        report.count("asked", crowd.asked());
        report.count("acknowledged", findings.promised());
        report.times("say_to_ack", crowd.acks());
        report.times("say_to_answer", crowd.answers());
        report.value("rss", site.machine().rssBytes() / 1e6, "MB");
        crowd.handOvers().forEach((why, times) -> report.progress(times + " × " + why));
        report.none("unanswered", crowd.unanswered());
        report.none("lost", findings.lost());
        report.none("duplicated", findings.duplicated());
        report.none("misordered", findings.misordered());
        report.none("errors", crowd.errors());
        report.atMost(0, "reconnects", crowd.reconnects(), "");
      }
    }
  }
}

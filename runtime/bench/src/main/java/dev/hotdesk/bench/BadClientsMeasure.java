package dev.hotdesk.bench;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.fault.BadManners;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Whether customers are served as ever while clients without manners do what they can. */
final class BadClientsMeasure implements Measure {

  private static final List<String> PATHS =
      List.of(
          "/api/customer/frames?after=-1",
          "/api/customer/frames?after=99999999999999999999",
          "/api/customer/frames?after=x",
          "/api/customer/token",
          "/api/access/login",
          "/api/admin/plugins",
          "/ws/customer",
          "/ws/operator",
          "/%00",
          "/..%2f..%2fetc%2fpasswd");

  @Override
  public String summary() {
    return "clients that send garbage, too much, too fast, or never read, beside customers who chat"
        + " [--rounds 3] [--customers 20] [--rate 8] [--deaf 20]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    try (var site = Site.open()) {
      site.start();
      long threads = site.machine().threads();
      long descriptors = site.machine().descriptors();
      var insides = new CopyOnWriteArrayList<String>();
      int met = 0;
      try (var crowd =
          new Crowd(
              site.web(),
              site.shopOrigin(),
              options.number("customers", 20),
              options.number("rate", 8))) {
        crowd.begin();
        var rude = new BadManners(site.web(), site.shopOrigin());
        for (int round = 0; round < options.number("rounds", 3); round++) {
          met += meet(rude, round(options.number("deaf", 20)), insides);
          met += nonsense(site.web(), insides);
          report.progress(met + " met");
        }
        crowd.quiet();
        var findings = crowd.findings();
        report.count("bad_clients", met);
        report.count("acknowledged", findings.promised());
        report.times("ack", crowd.acks());
        report.none("lost", findings.lost());
        report.none("duplicated", findings.duplicated());
        report.none("reordered", findings.misordered());
        report.none("unanswered", crowd.unanswered());
        report.none("told_of_our_insides", insides);
        report.exactly(0, "lines_of_others_broken", crowd.reconnects());
      }
      Thread.sleep(5_000);
      report.count("threads_more", site.machine().threads() - threads);
      report.count("descriptors_more", site.machine().descriptors() - descriptors);
      report.exactly(1, "still_running", site.isRunning() ? 1 : 0);
    }
  }

  private static List<BadManners.Rude> round(int deaf) {
    var all = new ArrayList<BadManners.Rude>();
    all.addAll(BadManners.garbage());
    all.addAll(BadManners.oversize());
    all.addAll(BadManners.absurdResumes());
    for (int i = 0; i < deaf; i++) {
      all.add(BadManners.fastAndDeaf(2_000));
    }
    return all;
  }

  /** Eight at a time; what they were told must not have come out of our insides. */
  private static int meet(BadManners rude, List<BadManners.Rude> all, List<String> insides) {
    try (var doors = Executors.newFixedThreadPool(8)) {
      for (var one : all) {
        doors.execute(
            () -> {
              var told = rude.meet(one);
              if (told.contains("dev.hotdesk.server") || told.contains("\tat ")) {
                insides.add(one.name() + ": " + told);
              }
            });
      }
    }
    return all.size();
  }

  /** Requests that make no sense, in every way of asking. */
  private static int nonsense(Web web, List<String> insides) {
    int many = 0;
    for (var path : PATHS) {
      for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
        for (var body : List.of("", "{{{", "[]", Frame.body("token", "x").toString())) {
          many++;
          try {
            var answer = web.send(method, path, method.equals("GET") ? "" : body, Map.of());
            if (answer.body().contains("\tat ") || answer.body().contains("Exception")) {
              insides.add(method + " " + path + ": " + answer.body());
            }
          } catch (RuntimeException e) {
            // Hung up on, or no address at all.
          }
        }
      }
    }
    return many;
  }
}

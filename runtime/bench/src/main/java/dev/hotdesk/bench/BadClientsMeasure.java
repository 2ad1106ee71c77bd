package dev.hotdesk.bench;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.fault.BadManners;
import dev.hotdesk.bench.fault.OddRequests;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

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
          "/ws/nobody",
          "/nowhere",
          "/widget/none.js",
          "/api/none",
          "/WEB-INF/web.xml",
          "/error",
          "/%00",
          "/..%2f..%2fetc%2fpasswd");

  /** What an answer has that was written by the server below us, or tells of our classes. */
  private static final List<String> INSIDES =
      List.of("\tat ", "Exception", "dev.hotdesk.", "com.ibm.", "jakarta.", "CWWK", "SRVE", "JSPG");

  /**
   * What the server below us says of bytes that are hardly HTTP, before anybody of ours is asked:
   * no class, no stack, no version, but not our words either (docs/adr/0129).
   */
  private static final String BELOW = "CWWW";

  private final AtomicInteger below = new AtomicInteger();

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
      var faults = new ArrayList<String>();
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
          met += nonsense(site.web(), insides, faults);
          met += oddities(site.web(), site.shopOrigin(), insides);
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
        report.none("answered_with_a_fault", faults);
        report.count("answered_below_us", below.get());
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
  private int meet(BadManners rude, List<BadManners.Rude> all, List<String> insides) {
    try (var doors = Executors.newFixedThreadPool(8)) {
      for (var one : all) {
        doors.execute(
            () -> {
              var told = rude.meet(one);
              look(one.name(), told, insides);
            });
      }
    }
    return all.size();
  }

  private void look(String what, String told, List<String> insides) {
    if (told.contains(BELOW)) {
      below.incrementAndGet();
    }
    if (INSIDES.stream().anyMatch(told::contains)) {
      insides.add(what + ": " + told);
    }
  }

  /** Bytes that are hardly HTTP, and handshakes that are hardly ones. */
  private int oddities(Web web, String origin, List<String> insides) {
    var all = OddRequests.of(web, origin);
    try (var doors = Executors.newFixedThreadPool(8)) {
      all.forEach(
          (name, request) ->
              doors.execute(() -> look(name, OddRequests.ask(web, request), insides)));
    }
    return all.size();
  }

  /** Requests that make no sense, in every way of asking. */
  private int nonsense(Web web, List<String> insides, List<String> faults) {
    int many = 0;
    for (var path : PATHS) {
      for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
        for (var body : List.of("", "{{{", "[]", Frame.body("token", "x").toString())) {
          many++;
          try {
            var answer = web.send(method, path, method.equals("GET") ? "" : body, Map.of());
            look(method + " " + path, answer.body(), insides);
            if (answer.status() == 500) {
              faults.add(method + " " + path + " with " + body);
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

package dev.hotdesk.bench;

import dev.hotdesk.bench.fault.Audit;
import dev.hotdesk.bench.fault.Floor;
import dev.hotdesk.bench.fault.Mischief;
import dev.hotdesk.bench.fault.Throng;
import dev.hotdesk.bench.site.Fleet;
import dev.hotdesk.bench.site.Node;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether anything that was acknowledged or shown is lost, doubled or moved, or a bot speaks after
 * a take-over, while nodes are killed, engines restarted, lines cut and clocks wrong.
 */
final class FaultsMeasure implements Measure {

  private static final Duration AHEAD = Duration.ofSeconds(95);

  /** Half of the time of a start is the compiler's. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private static final Duration BEHIND = Duration.ofSeconds(-40);

  @Override
  public String summary() {
    return "kill -9 of nodes, cuts, restarts and wrong clocks under chat, on PostgreSQL and Redis"
        + " [--kills 100] [--minutes 120] [--nodes 2] [--customers 24] [--rate 8]";
  }

  @Override
  public void run(Options options, Report report)
      throws IOException, InterruptedException, SQLException {
    int size = options.number("customers", 24);
    try (var fleet = Fleet.open(options.number("nodes", 2))) {
      prepare(fleet, report);
      try (var floor = new Floor(fleet.doors(), List.of("amy", "ben"));
          var throng =
              new Throng(fleet.doors(), fleet.shopOrigin(), size, options.number("rate", 8))) {
        var done = new Done(fleet, report);
        throng.begin();
        floor.begin();
        done.harm(options.number("kills", 100), Duration.ofMinutes(options.number("minutes", 120)));
        floor.quiet();
        throng.quiet();
        var audit = audit(fleet, floor, throng, report);
        tell(report, done, floor, throng, audit);
      }
    }
  }

  private static void prepare(Fleet fleet, Report report) throws IOException {
    fleet.thinkFor(Duration.ofMillis(1_500));
    fleet.believeDates();
    var nodes = fleet.nodes();
    fleet.skew(nodes.getFirst(), BEHIND);
    if (nodes.size() > 1) {
      fleet.skew(nodes.get(1), AHEAD);
    }
    nodes.forEach(it -> it.launch(start -> start.jvm(QUICK_START)));
    report.progress("the first ready in " + nodes.getFirst().start().toMillis() + " ms");
    Node.start(nodes.subList(1, nodes.size()));
  }

  private static Audit audit(Fleet fleet, Floor floor, Throng throng, Report report)
      throws InterruptedException, SQLException {
    report.progress("holding the ledgers against the database and the nodes");
    var audit = new Audit(fleet.doors(), fleet.shopOrigin(), fleet.postgres());
    audit.all(throng, floor);
    return audit;
  }

  private static void tell(Report report, Done done, Floor floor, Throng throng, Audit audit) {
    var found = audit.findings();
    report.count("kills", done.kills);
    report.value("back_max", done.longestStart / 1000.0, "s");
    report.count("cuts", done.cuts);
    report.count("restarts", done.restarts);
    done.suffered.forEach(
        (mischief, times) -> report.count(mischief.name().toLowerCase(Locale.ROOT), times));
    report.count("reconnects", throng.reconnects());
    report.count("acknowledged", found.promised());
    report.count("at_two_nodes_at_once", throng.twins());
    report.count("late_arrivals", audit.lateArrivals());
    report.count("take_overs", floor.takeOvers());
    report.count("take_overs_from_thinking_bot", floor.fromThinking());
    report.value("acknowledged_max", throng.longestWait().toMillis() / 1000.0, "s");
    audit.tell(report::none);
    report.none("unacknowledged", throng.unanswered());
  }

  /** What was done to them. */
  private static final class Done implements Mischief.Tally {

    private final Fleet fleet;
    private final Report report;
    private final Map<Mischief, Integer> suffered = new EnumMap<>(Mischief.class);
    private int rounds;
    private int kills;
    private long longestStart;
    private int cuts;
    private int restarts;

    Done(Fleet fleet, Report report) {
      this.fleet = fleet;
      this.report = report;
    }

    void harm(int wanted, Duration most) throws IOException, InterruptedException {
      var nodes = fleet.nodes();
      long end = System.nanoTime() + most.toNanos();
      while (kills < wanted && System.nanoTime() < end) {
        Thread.sleep(ThreadLocalRandom.current().nextLong(500, 3_000));
        var mischief = Mischief.at(rounds++);
        mischief.to(fleet, this);
        var victims = victims(nodes, wanted - kills);
        victims.forEach(Node::kill);
        kills += victims.size();
        fleet.nodes().forEach(node -> cuts(node.front().cutMidFrame()));
        var took = Node.start(victims);
        longestStart = Math.max(longestStart, took.toMillis());
        report.progress(
            "%s, kill %d of %d, back in %d ms".formatted(mischief, kills, wanted, took.toMillis()));
        suffered.merge(mischief, 1, Integer::sum);
      }
      Thread.sleep(2_000);
    }

    /** Every third time all at once, else one after the other. */
    private List<Node> victims(List<Node> nodes, int most) {
      return rounds % 3 == 0
          ? nodes.subList(0, Math.min(nodes.size(), most))
          : List.of(nodes.get(kills % nodes.size()));
    }

    @Override
    public void cuts(int many) {
      cuts += many;
    }

    @Override
    public void restarts(int many) {
      restarts += many;
    }
  }
}

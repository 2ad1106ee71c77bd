package dev.hotdesk.bench;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.load.Audit;
import dev.hotdesk.bench.load.Gathering;
import dev.hotdesk.bench.load.Loop;
import dev.hotdesk.bench.load.Place;
import dev.hotdesk.bench.load.Tally;
import dev.hotdesk.bench.site.Machine;
import dev.hotdesk.bench.site.Pauses;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A started Hotdesk with a crowd before it, and what both of them cost. */
final class LoadSite implements AutoCloseable {

  /** What the product gives one address by itself; each customer comes from an own one. */
  private static final String TOKENS_A_MINUTE = "30";

  private static final int MANY = 60_000;

  private final Report report;
  private final Premises premises;
  private final Gathering crowd;
  private final Pauses pauses;
  private final String recording;
  private double cpuBefore;

  private LoadSite(Report report, Premises premises, String recording, int addresses)
      throws IOException {
    this.report = report;
    this.premises = premises;
    this.recording = recording;
    this.pauses = Pauses.open();
    var nodes =
        premises.webs().stream()
            .map(it -> new InetSocketAddress(InetAddress.getLoopbackAddress(), it.base().getPort()))
            .toList();
    this.crowd =
        new Gathering(new Place(new Loop(), nodes, premises.shopOrigin(), addresses, new Tally()));
  }

  /** As these options say: {@code nodes} and {@code addresses}; customers have an address each. */
  static LoadSite open(Report report, Options options) throws IOException, InterruptedException {
    return new LoadSite(
        report,
        Premises.of(
            options.number("nodes", 0),
            Map.of(
                "HOTDESK_TOKEN_LIMIT",
                TOKENS_A_MINUTE,
                "HOTDESK_WARMUP",
                String.valueOf(options.number("warmup", 0)))),
        options.text("recording"),
        options.number("addresses", MANY));
  }

  void start() {
    var arguments = new ArrayList<>(List.of(pauses.argument()));
    if (!recording.isEmpty()) {
      arguments.add(
          "-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + recording);
    }
    var took = premises.start(arguments);
    report.value("start_s", took.toMillis() / 1000.0, "s");
  }

  /** The first server. */
  Web web() {
    return premises.webs().getFirst();
  }

  /** An administrator of the demo. */
  AdminClient admin() {
    return AdminClient.login(web(), "admin", "admin-demo");
  }

  /** For what only one server on its embedded database can do. */
  Site site() {
    if (premises instanceof Premises.OnSite(var site, _)) {
      return site;
    }
    throw new IllegalStateException("Wanted --nodes 0");
  }

  Gathering crowd() {
    return crowd;
  }

  /** The processes of the servers. */
  List<Machine> machines() {
    return premises.machines();
  }

  /** The sum of something over all servers. */
  private double sum(Figure figure) throws IOException {
    double sum = 0;
    for (var machine : machines()) {
      sum += figure.of(machine);
    }
    return sum;
  }

  /** Something of a process. */
  private interface Figure {
    double of(Machine machine) throws IOException;
  }

  /** Heap in use, of all servers. */
  double heapBytes() throws IOException, InterruptedException {
    double sum = 0;
    for (var machine : machines()) {
      sum += machine.heapBytes();
    }
    return sum;
  }

  void progress(String words) {
    report.progress(words);
  }

  /** From now on the processor's time counts. */
  void begin() throws IOException {
    cpuBefore = sum(Machine::cpuSeconds);
  }

  /** Times of what has been so far do not count. */
  void forgetTimes() {
    crowd.ask(
        () -> {
          crowd.tally().beginTimes();
          return true;
        });
  }

  /** Whether all that was said is acknowledged. */
  boolean isAcknowledged() {
    return crowd.standing().isPromised();
  }

  /** What the server used since {@link #begin}. */
  double cpuSeconds() throws IOException {
    return sum(Machine::cpuSeconds) - cpuBefore;
  }

  /** How much of one core the server uses for nobody. */
  double idleCpuPercent(Duration look) throws IOException, InterruptedException {
    double before = sum(Machine::cpuSeconds);
    Thread.sleep(look);
    return (sum(Machine::cpuSeconds) - before) * 100 / look.toSeconds();
  }

  /** Resident, after what can be collected was collected; in MB. */
  double restingRss() throws IOException, InterruptedException {
    for (var machine : machines()) {
      machine.collect();
    }
    return sum(Machine::rssBytes) / 1e6;
  }

  /** Waits for something that must come, and says how it stands if it does not. */
  void expect(String what, BooleanSupplier there) throws InterruptedException {
    if (!crowd.await(there, LoadMeasure.PATIENCE)) {
      report.none("given_up", List.of("waiting for %s: %s".formatted(what, crowd.standing())));
    }
  }

  /** Waits until what may still be under way has come: what comes twice comes late. */
  void calm() throws InterruptedException {
    Thread.sleep(1_000);
  }

  /**
   * The figures that every scenario has.
   *
   * @param cpuPerThousand of the server, by what the scenario counts
   * @param kbPerConnection 0 if it was not looked at
   */
  void report(double cpuPerThousand, double kbPerConnection)
      throws IOException, InterruptedException {
    var tally = crowd.tally();
    Audit.Found found = crowd.audit(web());
    var doubled = crowd.ask(tally::doubled);
    var misplaced = crowd.ask(tally::misplaced);
    tell("lost", found.lost());
    tell("duplicated", found.doubled());
    tell("duplicated", doubled.examples());
    tell("reordered", found.misplaced());
    tell("reordered", misplaced.examples());
    report.count("acknowledged", found.promised());
    report.exactly(0, "lost", found.lost().size());
    report.exactly(0, "duplicated", found.doubled().size() + doubled.count());
    report.exactly(0, "reordered", found.misplaced().size() + misplaced.count());
    report.count("refused", crowd.ask(tally::refused));
    var without = crowd.ask(tally::withoutHint);
    crowd.ask(tally::withHint).forEach((why, times) -> progress(times + " x with a hint: " + why));
    without.forEach((why, times) -> progress(times + " x without a hint: " + why));
    crowd.ask(tally::errors).forEach((code, times) -> progress(times + " x error " + code));
    report.exactly(
        0, "refused_without_hint", without.values().stream().mapToInt(Integer::intValue).sum());
    report.value("rss_peak_mb", sum(Machine::peakRssBytes) / 1e6, "MB");
    report.value("client_rss_peak_mb", Machine.own().peakRssBytes() / 1e6, "MB");
    report.value("gc_pause_max_ms", pauses.longestMillis(), "ms");
    var acks = crowd.ask(tally::acks);
    report.value("ack_p50_ms", acks.percentile(50), "ms");
    report.value("ack_p99_ms", acks.percentile(99), "ms");
    report.value("roundtrip_p99_ms", crowd.ask(tally::trips).percentile(99), "ms");
    report.value("kb_per_connection", kbPerConnection, "KB");
    report.value("server_cpu_s_per_1k", cpuPerThousand, "s");
  }

  private void tell(String what, List<String> cases) {
    cases.stream().limit(5).forEach(it -> progress(what + ": " + it));
  }

  @Override
  public void close() throws IOException {
    crowd.close();
    premises.close();
    pauses.close();
  }
}

package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Doors;
import dev.hotdesk.bench.client.Findings;
import dev.hotdesk.bench.client.Message;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.ReturningOperator;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Holds what customers and operators were told against what stands in the database, and against
 * what each node tells somebody who comes anew.
 */
public final class Audit {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Doors doors;
  private final String origin;
  private final Postgres postgres;
  private final List<String> late = new ArrayList<>();
  private final List<String> owed = new ArrayList<>();
  private Findings findings = Findings.NONE;
  private int lateArrivals;

  /** Of what these nodes tell, and this database holds. */
  public Audit(Doors doors, String origin, Postgres postgres) {
    this.doors = doors;
    this.origin = origin;
    this.postgres = postgres;
  }

  /** Looks at all that they were told, once nobody says anything any more. */
  public void all(Throng throng, Floor floor) throws SQLException, InterruptedException {
    for (var customer : throng.customers()) {
      customer(customer);
    }
    for (var operator : floor.operators()) {
      operator(operator);
    }
  }

  /** Tells what was promised not to happen: the name of it, and the cases. */
  public void tell(BiConsumer<String, List<String>> report) {
    report.accept("lost", findings.lost());
    report.accept("duplicated", findings.duplicated());
    report.accept("reordered", findings.misordered());
    report.accept("late_bot_answers", late);
    report.accept("unanswered", owed);
  }

  /** Looks at one customer's conversation, once nothing happens in it any more. */
  private void customer(CustomerClient customer) throws SQLException, InterruptedException {
    var id = customer.token().conversation();
    var stored = settled(id);
    late.addAll(stored.late());
    if (stored.isOwed()) {
      owed.add(id + " waits for the bot: " + customer.diary());
    }
    customer.await(() -> isShown(stored, customer.messages()), PATIENCE);
    var lost = new ArrayList<String>();
    compare(id + " as shown", stored, customer.messages(), lost);
    for (var web : doors.all()) {
      try (var reader = CustomerClient.resume(web, origin, "", customer.token())) {
        reader.await(() -> isShown(stored, reader.messages()), PATIENCE);
        compare(id + " at " + web.base(), stored, reader.messages(), lost);
        findings = findings.and(customer.ledger().against(reader.messages()).unpromised());
      }
    }
    var promised = customer.ledger().promised();
    var misplaced = stored.layout().misplaced().stream().map(it -> id + ": " + it).toList();
    findings = findings.and(new Findings(promised, lost, List.of(), misplaced));
    lateArrivals += stored.layout().late();
  }

  /** Looks at what an operator was told of all conversations that they opened. */
  private void operator(ReturningOperator operator) throws SQLException {
    for (var web : doors.all()) {
      var sue = Staff.login(web, "sue", "sue-demo");
      for (var each : operator.ledgers().entrySet()) {
        var stored = Stored.of(postgres, each.getKey());
        var log = read(web, sue, each.getKey(), stored.last());
        var lost = new ArrayList<String>();
        compare("desk " + each.getKey() + " at " + web.base(), stored, log, lost);
        findings =
            findings
                .and(each.getValue().against(log).unpromised())
                .and(new Findings(0, lost, List.of(), List.of()));
      }
    }
    var promised = operator.ledgers().values().stream().mapToInt(it -> it.promised()).sum();
    findings = findings.and(new Findings(promised, List.of(), List.of(), List.of()));
  }

  private static List<Message> read(Web web, Staff staff, String id, long last) {
    try (var desk = OperatorClient.connect(staff)) {
      desk.open(id);
      desk.awaitEntry(id, entry -> entry.number("seq") >= last, PATIENCE);
      return desk.entries(id).stream()
          .filter(entry -> entry.text("kind").equals("said"))
          .map(Message::of)
          .toList();
    }
  }

  /** What is stored once the bot has answered, or does not in a minute. */
  private Stored settled(String id) throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var stored = Stored.of(postgres, id);
    while (stored.isOwed() && System.nanoTime() < end) {
      Thread.sleep(200);
      stored = Stored.of(postgres, id);
    }
    return stored;
  }

  private static boolean isShown(Stored stored, List<Message> told) {
    return told.size() >= stored.messages().size();
  }

  private static void compare(String whose, Stored stored, List<Message> told, List<String> lost) {
    for (var message : told) {
      if (!stored.has(message)) {
        lost.add("%s: %s is not stored so".formatted(whose, message));
      }
    }
    for (var message : stored.messages().values()) {
      if (told.stream().noneMatch(it -> it.seq() == message.seq())) {
        lost.add("%s: %s was not shown".formatted(whose, message));
      }
    }
  }

  /** How many messages came after something that was said later. */
  public int lateArrivals() {
    return lateArrivals;
  }

  /** Where somebody was told what is not so. */
  public Findings findings() {
    return findings;
  }
}

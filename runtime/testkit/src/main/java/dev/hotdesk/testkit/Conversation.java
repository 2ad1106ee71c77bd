package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Customer;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.routing.Agents;
import dev.hotdesk.routing.Bounds;
import dev.hotdesk.routing.TurnWatch;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Talks to agents as a customer would, on the runtime's own rules.
 *
 * <pre>{@code
 * Conversation.with(new OrderStatusAgent())
 *     .knowing(Samples.order("20261123-88", SHIPPED))
 *     .customerSays("我的订单到哪了").hears("哪个订单")
 *     .customerSays("20261123-88").hears("后四位");
 * }</pre>
 *
 * <p>Sessions, routing, proofs of ownership and texts are the real ones. Simpler than in the
 * runtime are three things: agents are called directly, without deadlines; messages are understood
 * by their likeness to the example sentences in the agent's own jar, without a language model; and
 * the shop knows what the test tells it. What the agent reads from its jar is looked for beside its
 * class, then on the class path.
 *
 * <p>Used by one thread; everything has happened when a method returns. What a test expected and
 * did not find is an {@link AssertionError} that shows the whole talk.
 */
public final class Conversation {

  private static final String ID = "test.customer";
  private final MemoryErp erp = new MemoryErp();
  private final MemoryJournal journal = new MemoryJournal();
  private final SessionProcessor processor;
  private int said;

  private Conversation(List<Agent> agents) {
    var answers =
        new Agents(
            new ClassPathPlugins(agents, erp),
            Conversation::noDatabase,
            Bounds.DEFAULT,
            Clock.systemUTC(),
            TurnWatch.NONE);
    this.processor =
        new SessionProcessor(
            journal, answers::answer, (_, _) -> {}, Runnable::run, Clock.systemUTC());
  }

  /** A conversation with a shop that has these agents and knows nothing yet. */
  public static Conversation with(Agent... agents) {
    return new Conversation(List.of(agents));
  }

  /** The shop has this customer. */
  public Conversation knowing(Customer customer) {
    erp.add(customer);
    return this;
  }

  /** The shop has this order, and has sent it in these parcels. */
  public Conversation knowing(Order order, Shipment... shipments) {
    erp.add(order, shipments);
    return this;
  }

  /** The shop has issued this invoice for an order. */
  public Conversation knowing(String orderNumber, Invoice invoice) {
    erp.add(orderNumber, invoice);
    return this;
  }

  /** The shop sells this product, of which buyers wrote these reviews. Tell all before talking. */
  public Conversation knowing(Product product, Review... reviews) {
    erp.add(product, reviews);
    return this;
  }

  /** The shop has so many of these units. */
  public Conversation knowing(Stock... stock) {
    erp.add(stock);
    return this;
  }

  /** The shop has this promotion. */
  public Conversation knowing(Promotion promotion) {
    erp.add(promotion);
    return this;
  }

  /** From now on the shop's systems fail whatever they are asked. */
  public Conversation whileErpIsDown() {
    erp.down();
    return this;
  }

  /** The shop vouches for the customer. */
  public Conversation identifiedAs(String customerId) {
    return happens(new Event.CustomerIdentified(customerId));
  }

  /** The customer looks at this product. */
  public Conversation onPage(String sku) {
    return happens(new Event.CustomerViewed(sku));
  }

  /** The customer writes something, and the bot, if it serves, has answered. */
  public Conversation customerSays(String words) {
    said++;
    return happens(new Event.CustomerSaid("c-" + said, words));
  }

  /** An operator takes the customer over. */
  public Conversation operatorTakes() {
    return happens(new Event.OperatorTook("operator"));
  }

  /** The operator gives the customer back to the bot. */
  public Conversation operatorReleases() {
    return happens(new Event.OperatorReleased("operator"));
  }

  /** The bot's answer to the customer's last words contains this. */
  public Conversation hears(String part) {
    return check(answer().contains(part), "an answer with “" + part + "”");
  }

  /** The bot has answered the customer's last words, and the answer does not contain this. */
  public Conversation doesNotHear(String part) {
    return check(
        !answer().isEmpty() && !answer().contains(part), "an answer without “" + part + "”");
  }

  /** The customer's last words were understood as this matter. */
  public Conversation isUnderstoodAs(String intent) {
    var understood =
        log().stream()
            .map(Logged::entry)
            .filter(Entry.Understood.class::isInstance)
            .map(entry -> ((Entry.Understood) entry).insight().intent())
            .reduce("nothing", (_, later) -> later);
    return check(understood.equals(intent), intent + ", not " + understood);
  }

  /** The customer waits for a person. */
  public Conversation waitsForOperator() {
    return check(state() instanceof State.Waiting, "the customer to wait for an operator");
  }

  /** The customer waits for a person for this reason. */
  public Conversation waitsForOperator(String reason) {
    return check(
        state().equals(new State.Waiting(reason)),
        "the customer to wait for an operator because of " + reason);
  }

  /** The bot's answer to the customer's last words, or the empty text if there is none. */
  public String answer() {
    var answer = "";
    for (var logged : log()) {
      if (logged.entry() instanceof Entry.Said(var author, _, var text, _)) {
        answer = author == Author.AGENT ? text : "";
      }
    }
    return answer;
  }

  /** The talk so far, a line each, for people. */
  public String transcript() {
    return log().stream()
        .map(logged -> "  " + line(logged.entry()))
        .collect(Collectors.joining("\n"));
  }

  private Conversation happens(Event event) {
    var receipt = new CompletableFuture<Receipt>();
    processor.handle(ID, event).thenAccept(receipt::complete);
    return check(receipt.getNow(new Receipt.Ignored("?")) instanceof Receipt.Stored, "" + event);
  }

  private Conversation check(boolean holds, String expected) {
    if (!holds) {
      throw new AssertionError("Expected " + expected + " in this talk:\n" + transcript());
    }
    return this;
  }

  private State state() {
    return journal
        .find(ID)
        .orElseThrow(() -> new AssertionError("Nobody has said a word"))
        .session()
        .state();
  }

  private List<Logged> log() {
    return journal.read(ID, 0, Integer.MAX_VALUE);
  }

  private static String line(Entry entry) {
    return switch (entry) {
      case Entry.Said said -> said.author() + ": " + said.text();
      case Entry.Moved moved -> "[" + moved.state().word() + " " + moved.reason() + "]";
      case Entry.Understood it ->
          "[understood %s %.2f %s]"
              .formatted(it.insight().intent(), it.insight().confidence(), it.insight().slots());
      case Entry.Viewed(var sku) -> "[views " + sku + "]";
      case Entry.Identified(var customer) -> "[is " + customer + "]";
      case Entry.Corrected it -> "[corrected to " + it.intent() + "]";
    };
  }

  private static DataSource noDatabase() {
    throw new ErpUnavailableException("A test's shop has no database");
  }
}

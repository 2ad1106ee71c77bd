package dev.hotdesk.testkit;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.Customer;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Passage;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import java.time.Duration;
import java.util.List;

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
 * runtime are three things: agents are called directly, without deadlines unless the test sets one;
 * messages are understood by their likeness to the example sentences in the agent's own jar,
 * without a language model; and the shop knows what the test tells it. The clock stands still until
 * the test turns it. What the agent reads from its jar is looked for beside its class, then on the
 * class path.
 *
 * <p>Used by one thread; everything has happened when a method returns. What a test expected and
 * did not find is an {@link AssertionError} that shows the whole talk.
 */
public final class Conversation {

  private static final String ID = "test.customer";

  private final Trouble trouble = new Trouble();
  private final MemoryErp erp = new MemoryErp(trouble::isErpDown);
  private final ClassPathPlugins plugins;
  private final VirtualServer server;
  private final Talk talk;
  private int said;

  private Conversation(List<Agent> agents) {
    var clock = new VirtualClock();
    plugins = new ClassPathPlugins(agents, erp, trouble, clock);
    server = new VirtualServer(plugins, clock);
    talk = new Talk(server.journal(), ID);
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

  /** This one is asked as well what no agent is sure of. Tell all before the documents. */
  public Conversation advisedBy(Adviser adviser) {
    plugins.advisedBy(adviser);
    return this;
  }

  /** The retailer's documents have this passage, whatever its score. */
  public Conversation knowing(Passage passage) {
    plugins.document(passage);
    return this;
  }

  /** From now on the shop's systems fail whatever they are asked. */
  public Conversation whileErpIsDown() {
    trouble.erpIsDown();
    return this;
  }

  /** From now on the shop's systems do not answer in time. */
  public Conversation whileErpHangs() {
    trouble.erpHangs();
    return this;
  }

  /** From now on every agent misses its deadline; it is not even called. */
  public Conversation whileTheAgentHangs() {
    trouble.agentsHang();
    return this;
  }

  /** What was down or hung works again. */
  public Conversation onceAllIsWellAgain() {
    trouble.isOver();
    return this;
  }

  /** From now on agents are cut off after this time, as they are in the runtime. */
  public Conversation answeringWithin(Duration deadline) {
    trouble.agentsAnswerWithin(deadline);
    return this;
  }

  /**
   * So much time passes at once, on the runtime's clock. A customer of the bot who was silent for
   * two hours begins anew.
   */
  public Conversation after(Duration time) {
    server.pass(time);
    return this;
  }

  /**
   * Other versions of the agents take over between two turns. Each has the plugin id of the one in
   * whose place it stands, and brings its own sentences and texts.
   *
   * @param next as many as there are agents, in the same order
   */
  public Conversation swap(Agent... next) {
    plugins.swap(List.of(next));
    return this;
  }

  /**
   * The server is killed and started again. What was stored is there, all else is new; a question
   * without an answer is asked again.
   */
  public Conversation restart() {
    server.restart();
    return this;
  }

  /**
   * The customer writes something, and the server is killed when the agent has answered and the
   * answer is not stored yet. {@link #restart} it to go on.
   */
  public Conversation serverDiesAnswering(String words) {
    said++;
    var event = new Event.CustomerSaid("c-" + said, words);
    return check(server.dieAnswering(ID, event) instanceof Receipt.Stored, "" + event);
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

  /** The bot has answered the customer's last words just once, and the answer contains this. */
  public Conversation hearsOnce(String part) {
    return check(
        talk.answers().size() == 1 && answer().contains(part), "one answer with “" + part + "”");
  }

  /** The customer's last words were understood as this matter. */
  public Conversation isUnderstoodAs(String intent) {
    return check(talk.matter().equals(intent), intent + ", not " + talk.matter());
  }

  /** The customer waits for a person. */
  public Conversation waitsForOperator() {
    return check(talk.state() instanceof State.Waiting, "the customer to wait for an operator");
  }

  /** The customer waits for a person for this reason. */
  public Conversation waitsForOperator(String reason) {
    return check(
        talk.state() instanceof State.Waiting(var why, _, _) && why.equals(reason),
        "the customer to wait for an operator because of " + reason);
  }

  /** What the plugin of the first agent is lent, and what it has done with it. */
  public Lent lent() {
    return plugins.lent();
  }

  /** The bot's answer to the customer's last words, or the empty text if there is none. */
  public String answer() {
    return talk.answers().isEmpty() ? "" : talk.answers().getLast();
  }

  /** The talk so far, a line each, for people. */
  public String transcript() {
    return talk.transcript();
  }

  private Conversation happens(Event event) {
    return check(server.handle(ID, event) instanceof Receipt.Stored, "" + event);
  }

  private Conversation check(boolean holds, String expected) {
    if (!holds) {
      throw new AssertionError("Expected " + expected + " in this talk:\n" + transcript());
    }
    return this;
  }
}

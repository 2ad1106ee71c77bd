package dev.hotdesk.api;

import java.util.List;
import java.util.Optional;

/**
 * The shop's systems as an agent may see them: the look-ups of the active {@link ErpConnector},
 * with the customer's rights enforced by the runtime. Implemented by the runtime and the testkit
 * only.
 *
 * <p><b>Errors.</b> Each method throws {@link ErpUnavailableException} when the shop's systems do
 * not answer within the deadline, fail, or no connector is active. An agent lets it pass: the
 * runtime tells the customer and brings a person.
 *
 * <p><b>Threading.</b> For the thread of the call only; each method blocks for up to the deadline.
 * <b>How often.</b> A few look-ups a turn.
 *
 * <pre>{@code
 * return switch (context.erp().order(number)) {
 *   case OrderLookup.Found(var order) -> Reply.say(context.text(order.status().name(), number));
 *   case OrderLookup.ProofNeeded _ -> Reply.ask(context.text("phone"), "phone_last4");
 *   case OrderLookup.NotFound _ -> Reply.ask(context.text("unknown"), "order_number");
 *   case OrderLookup.Refused _ -> Reply.handOver("order_not_proven");
 * };
 * }</pre>
 */
public interface Erp {

  /**
   * Looks up an order for the customer of this turn.
   *
   * <p>Only a customer who is identified by the shop as the buyer, or who has given the last four
   * digits of the order's phone in the slot {@code phone_last4}, is shown an order; the runtime
   * keeps the proof for the rest of the conversation and limits the guesses.
   */
  OrderLookup order(String number);

  /** The latest orders of the identified customer, newest first; empty for an unknown visitor. */
  List<Order> orders();

  /** The shipments of an order that {@link #order} or {@link #orders} has given. */
  List<Shipment> shipments(Order order);

  /** The invoices of an order that {@link #order} or {@link #orders} has given. */
  List<Invoice> invoices(Order order);

  /** The customer, if identified by the shop. */
  Optional<Customer> customer();

  /** The product with this id, or of which this is a SKU. */
  Optional<Product> product(String id);

  /** How much of each SKU of a product can be sold now. */
  List<Stock> stock(Product product);

  /** What buyers wrote about a product, newest first. */
  List<Review> reviews(Product product);

  /** The promotions that run now or are announced. */
  List<Promotion> promotions();
}

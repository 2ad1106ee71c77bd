package dev.hotdesk.api;

import java.util.List;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Looks things up in the shop's own systems: orders, products, stock, promotions.
 *
 * <p>A connector only translates. Rights, deadlines, caching and the customer's identity are the
 * runtime's business, so a connector answers every question that it is asked.
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state,
 * take what is needed from the context on each call. <b>How often.</b> Several times a customer
 * turn; the catalogue ({@link #products}) about once a minute. <b>Errors.</b> Throw anything: the
 * caller gets {@link ErpUnavailableException}. An absent thing is an empty result, not an error.
 *
 * <pre>{@code
 * public Optional<Customer> customer(String id, ErpContext context) {
 *   try (var connection = context.dataSource().getConnection(); …
 * }
 * }</pre>
 */
public interface ErpConnector extends ExtensionPoint {

  /** The order with this number, as printed for the customer. */
  Optional<Order> order(String number, ErpContext context);

  /** A customer's latest orders, newest first, at most 20. */
  List<Order> orders(String customerId, ErpContext context);

  /** The parcels of an order, oldest first. */
  List<Shipment> shipments(String orderNumber, ErpContext context);

  /** The invoices of an order, oldest first. */
  List<Invoice> invoices(String orderNumber, ErpContext context);

  /** The customer with this id. */
  Optional<Customer> customer(String id, ErpContext context);

  /** The product with this id, or of which this is a SKU. */
  Optional<Product> product(String id, ErpContext context);

  /** All products on sale; the runtime recognises their names in what customers write. */
  List<Product> products(ErpContext context);

  /** How much of each SKU of a product can be sold now. */
  List<Stock> stock(String productId, ErpContext context);

  /** What buyers wrote about a product, newest first, at most 100. */
  List<Review> reviews(String productId, ErpContext context);

  /** The promotions that run now or are announced. */
  List<Promotion> promotions(ErpContext context);
}

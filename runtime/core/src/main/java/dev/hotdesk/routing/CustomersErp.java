package dev.hotdesk.routing;

import dev.hotdesk.api.Customer;
import dev.hotdesk.api.Erp;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop's systems with the rights of one customer. */
final class CustomersErp implements Erp {

  private final ShopConnection shop;
  private final String conversation;
  private final String customerId;
  private final Map<String, String> slots;
  private final Guesses guesses;

  CustomersErp(
      ShopConnection shop,
      String conversation,
      String customerId,
      Map<String, String> slots,
      Guesses guesses) {
    this.shop = shop;
    this.conversation = conversation;
    this.customerId = customerId;
    this.slots = slots;
    this.guesses = guesses;
  }

  @Override
  public OrderLookup order(String number) {
    var digits = slots.getOrDefault("phone_last4", "");
    if (customerId.isEmpty() && digits.isEmpty()) {
      return new OrderLookup.ProofNeeded();
    }
    var order = shop.ask("order", (erp, context) -> erp.order(number, context));
    if (order.filter(this::isOwn).isPresent()) {
      return new OrderLookup.Found(order.get());
    }
    if (digits.isEmpty()) {
      return new OrderLookup.ProofNeeded();
    }
    if (!guesses.isAllowed(conversation, number)) {
      return new OrderLookup.Refused();
    }
    if (order.isPresent() && digits.length() == 4 && order.get().phone().endsWith(digits)) {
      return new OrderLookup.Found(order.get());
    }
    guesses.wrong(conversation, number);
    return new OrderLookup.NotFound();
  }

  /** A guest's order has no customer, and neither has a visitor: that makes it nobody's own. */
  private boolean isOwn(Order order) {
    return !customerId.isEmpty() && order.customerId().equals(customerId);
  }

  @Override
  public List<Order> orders() {
    return customerId.isEmpty()
        ? List.of()
        : shop.ask("orders", (erp, context) -> erp.orders(customerId, context));
  }

  @Override
  public List<Shipment> shipments(Order order) {
    return shop.ask("shipments", (erp, context) -> erp.shipments(order.number(), context));
  }

  @Override
  public List<Invoice> invoices(Order order) {
    return shop.ask("invoices", (erp, context) -> erp.invoices(order.number(), context));
  }

  @Override
  public Optional<Customer> customer() {
    return customerId.isEmpty()
        ? Optional.empty()
        : shop.ask("customer", (erp, context) -> erp.customer(customerId, context));
  }

  @Override
  public Optional<Product> product(String id) {
    return shop.ask("product", (erp, context) -> erp.product(id, context));
  }

  @Override
  public List<Stock> stock(Product product) {
    return shop.ask("stock", (erp, context) -> erp.stock(product.id(), context));
  }

  @Override
  public List<Review> reviews(Product product) {
    return shop.ask("reviews", (erp, context) -> erp.reviews(product.id(), context));
  }

  @Override
  public List<Promotion> promotions() {
    return shop.ask("promotions", ErpConnector::promotions);
  }
}

package dev.hotdesk.testkit;

import dev.hotdesk.api.Customer;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpContext;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A shop's systems that know just what a test has told them. Used by one thread. */
final class MemoryErp implements ErpConnector {

  private final Map<String, Customer> customers = new HashMap<>();
  private final List<Order> orders = new ArrayList<>();
  private final Map<String, List<Shipment>> shipments = new HashMap<>();
  private final Map<String, List<Invoice>> invoices = new HashMap<>();
  private final List<Product> products = new ArrayList<>();
  private final List<Stock> stock = new ArrayList<>();
  private final Map<String, List<Review>> reviews = new HashMap<>();
  private final List<Promotion> promotions = new ArrayList<>();
  private final BooleanSupplier isDown;

  MemoryErp(BooleanSupplier isDown) {
    this.isDown = isDown;
  }

  void add(Customer customer) {
    customers.put(customer.id(), customer);
  }

  void add(Order order, Shipment... parcels) {
    orders.add(order);
    shipments.put(order.number(), List.of(parcels));
  }

  void add(String orderNumber, Invoice invoice) {
    invoices.computeIfAbsent(orderNumber, _ -> new ArrayList<>()).add(invoice);
  }

  void add(Product product, Review... ofIt) {
    products.add(product);
    reviews.put(product.id(), List.of(ofIt));
  }

  void add(Stock... ofUnits) {
    stock.addAll(Arrays.asList(ofUnits));
  }

  void add(Promotion promotion) {
    promotions.add(promotion);
  }

  @Override
  public Optional<Order> order(String number, ErpContext context) {
    return answer(orders.stream().filter(order -> order.number().equals(number)).findFirst());
  }

  @Override
  public List<Order> orders(String customerId, ErpContext context) {
    return answer(
        orders.stream()
            .filter(order -> order.customerId().equals(customerId))
            .sorted(Comparator.comparing(Order::placed).reversed())
            .toList());
  }

  @Override
  public List<Shipment> shipments(String orderNumber, ErpContext context) {
    return answer(shipments.getOrDefault(orderNumber, List.of()));
  }

  @Override
  public List<Invoice> invoices(String orderNumber, ErpContext context) {
    return answer(invoices.getOrDefault(orderNumber, List.of()));
  }

  @Override
  public Optional<Customer> customer(String id, ErpContext context) {
    return answer(Optional.ofNullable(customers.get(id)));
  }

  @Override
  public Optional<Product> product(String id, ErpContext context) {
    return answer(
        products.stream()
            .filter(
                product ->
                    product.id().equals(id)
                        || product.units().stream().anyMatch(unit -> unit.sku().equals(id)))
            .findFirst());
  }

  @Override
  public List<Product> products(ErpContext context) {
    return answer(List.copyOf(products));
  }

  @Override
  public List<Stock> stock(String productId, ErpContext context) {
    var product = product(productId, context);
    return stock.stream()
        .filter(piece -> product.stream().anyMatch(it -> it.units().contains(piece.unit())))
        .toList();
  }

  @Override
  public List<Review> reviews(String productId, ErpContext context) {
    return answer(reviews.getOrDefault(productId, List.of()));
  }

  @Override
  public List<Promotion> promotions(ErpContext context) {
    return answer(List.copyOf(promotions));
  }

  private <T> T answer(T value) {
    if (isDown.getAsBoolean()) {
      throw new IllegalStateException("the shop's systems are down");
    }
    return value;
  }
}

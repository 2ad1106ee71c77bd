package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.routing.LentToErp;
import dev.hotdesk.routing.NothingLent;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What every ERP connector promises. Extend it with a shop that has a customer with an order sent
 * in a parcel, and a product with reviews.
 */
public abstract class ErpContract {

  private static final String NOBODYS = "no-such-thing' OR '1'='1";

  /** The connector under test. */
  protected abstract ErpConnector connector();

  /** What it is lent. */
  protected abstract ErpContext context();

  /** A context that lends this database. */
  protected static ErpContext lending(Supplier<DataSource> database) {
    return new LentToErp(new NothingLent(Clock.systemUTC()), database);
  }

  /** The number of an order that was sent. */
  protected abstract String sentOrder();

  /** The id of a product that has reviews. */
  protected abstract String reviewedProduct();

  @Test
  void finds_an_order_and_its_customer() {
    var order = order();

    assertEquals(sentOrder(), order.number());
    assertFalse(order.lines().isEmpty());
    assertTrue(order.phone().matches(".*\\d{4}"), "a phone must end in the four digits of proof");
    assertTrue(connector().customer(order.customerId(), context()).isPresent());
  }

  @Test
  void lists_a_customers_own_orders_newest_first() {
    var orders = connector().orders(order().customerId(), context());

    assertTrue(orders.contains(order()));
    assertTrue(orders.size() <= 20);
    assertTrue(orders.stream().allMatch(it -> it.customerId().equals(order().customerId())));
    assertSorted(orders, Comparator.comparing(Order::placed).reversed());
  }

  @Test
  void follows_parcels_and_invoices() {
    var shipments = connector().shipments(sentOrder(), context());

    assertFalse(shipments.isEmpty());
    assertSorted(shipments, Comparator.comparing(Shipment::shipped));
    assertSorted(
        connector().invoices(sentOrder(), context()), Comparator.comparing(it -> it.issued()));
  }

  @Test
  void finds_a_product_by_its_id_and_by_each_of_its_skus() {
    var product = product();

    assertFalse(product.units().isEmpty());
    for (var unit : product.units()) {
      assertEquals(product, connector().product(unit.sku(), context()).orElseThrow());
    }
    assertTrue(connector().products(context()).contains(product));
  }

  @Test
  void counts_the_stock_of_each_unit() {
    var stock = connector().stock(reviewedProduct(), context());

    assertEquals(product().units(), stock.stream().map(it -> it.unit()).toList());
    assertTrue(stock.stream().allMatch(it -> it.available() >= 0));
  }

  @Test
  void gives_reviews_newest_first() {
    var reviews = connector().reviews(reviewedProduct(), context());

    assertFalse(reviews.isEmpty());
    assertTrue(reviews.size() <= 100);
    assertTrue(reviews.stream().allMatch(it -> it.stars() >= 1 && it.stars() <= 5));
    assertSorted(reviews, Comparator.comparing(Review::written).reversed());
  }

  @Test
  void offers_no_promotion_that_is_over() {
    var now = Instant.now();

    assertTrue(connector().promotions(context()).stream().allMatch(it -> it.ends().isAfter(now)));
  }

  @Test
  void knows_nothing_of_what_is_not_there() {
    var erp = connector();

    assertTrue(erp.order(NOBODYS, context()).isEmpty());
    assertEquals(List.of(), erp.orders(NOBODYS, context()));
    assertEquals(List.of(), erp.shipments(NOBODYS, context()));
    assertEquals(List.of(), erp.invoices(NOBODYS, context()));
    assertTrue(erp.customer(NOBODYS, context()).isEmpty());
    assertTrue(erp.product(NOBODYS, context()).isEmpty());
    assertEquals(List.of(), erp.stock(NOBODYS, context()));
    assertEquals(List.of(), erp.reviews(NOBODYS, context()));
  }

  @Test
  void answers_many_at_once() throws Exception {
    var alone = everything().call();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var together : threads.invokeAll(Collections.nCopies(40, everything()))) {
        assertEquals(alone, together.get());
      }
    }
  }

  private Callable<List<Object>> everything() {
    return () ->
        List.of(
            connector().order(sentOrder(), context()),
            connector().shipments(sentOrder(), context()),
            connector().products(context()),
            connector().reviews(reviewedProduct(), context()));
  }

  private Order order() {
    return connector().order(sentOrder(), context()).orElseThrow();
  }

  private Product product() {
    return connector().product(reviewedProduct(), context()).orElseThrow();
  }

  private static <T> void assertSorted(List<T> list, Comparator<T> order) {
    assertEquals(list.stream().sorted(order).toList(), list);
  }
}

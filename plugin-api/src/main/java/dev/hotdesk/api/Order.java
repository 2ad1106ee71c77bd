package dev.hotdesk.api;

import java.time.Instant;
import java.util.List;

/**
 * A customer's order.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Order(number, customerId, phone, Order.Status.SHIPPED, placed, lines, Money.of("399.00", "CNY"))
 * }</pre>
 *
 * @param number as printed for the customer
 * @param customerId whose order it is
 * @param phone the buyer's phone; agents never show it
 * @param status how far it has come
 * @param placed when it was placed
 * @param lines what was bought
 * @param total what was paid
 */
public record Order(
    String number,
    String customerId,
    String phone,
    Status status,
    Instant placed,
    List<Line> lines,
    Money total) {

  /** Copies the lines. */
  public Order {
    lines = List.copyOf(lines);
  }

  /** How far an order has come. */
  public enum Status {
    /** Placed, not yet paid. */
    UNPAID,
    /** Paid, waiting to be packed. */
    PAID,
    /** Handed to the carrier. */
    SHIPPED,
    /** Received by the customer. */
    DELIVERED,
    /** Called off. */
    CANCELLED
  }

  /**
   * One position of an order.
   *
   * @param sku which unit
   * @param name its name
   * @param quantity how many, at least 1
   */
  public record Line(String sku, Text name, int quantity) {}
}

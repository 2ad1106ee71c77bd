package dev.hotdesk.api;

/**
 * The outcome of asking for an order on a customer's behalf.
 *
 * <p>Made by the runtime; immutable.
 *
 * <pre>{@code
 * if (lookup instanceof OrderLookup.Found(var order)) { … }
 * }</pre>
 */
public sealed interface OrderLookup {

  /** The customer may see this order. */
  record Found(Order order) implements OrderLookup {}

  /**
   * The customer has not yet shown that the order is theirs: ask for {@code phone_last4}. Says
   * nothing about whether the order exists.
   */
  record ProofNeeded() implements OrderLookup {}

  /** There is no such order for this customer: a wrong number, or digits that do not match. */
  record NotFound() implements OrderLookup {}

  /** Too many wrong guesses; only a person can help now. */
  record Refused() implements OrderLookup {}
}

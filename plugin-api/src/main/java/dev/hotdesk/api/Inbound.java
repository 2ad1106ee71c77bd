package dev.hotdesk.api;

/**
 * What a customer's client tells Hotdesk. Made by channel adapters.
 *
 * <p>One for each call of {@link ChannelAdapter#read}; immutable.
 *
 * <pre>{@code
 * return new Inbound.Said(frame.id(), frame.text());
 * }</pre>
 */
public sealed interface Inbound {

  /**
   * The customer said something.
   *
   * @param clientId the client's own id of the message, 1 to 64 characters; the same id sent again
   *     is the same message
   * @param text the words, not empty
   */
  record Said(String clientId, String text) implements Inbound {}

  /**
   * The customer looks at a page of the shop.
   *
   * @param sku the product on the page, or the empty text for none
   */
  record Viewed(String sku) implements Inbound {}

  /**
   * The shop vouches for who the customer is.
   *
   * @param token a JWT signed by the shop; its subject is the shop's customer id
   */
  record Identified(String token) implements Inbound {}

  /** The customer started (or stopped) typing. */
  record Typing(boolean on) implements Inbound {}
}

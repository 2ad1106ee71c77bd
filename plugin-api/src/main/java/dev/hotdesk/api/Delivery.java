package dev.hotdesk.api;

import java.time.Duration;

/**
 * What became of something sent to a customer. Made by channel adapters.
 *
 * <p>One for each call of {@link ChannelAdapter#send}; immutable.
 *
 * <pre>{@code
 * return status == 429
 *     ? new Delivery.Later(Duration.ofSeconds(2), "too many messages")
 *     : new Delivery.Accepted();
 * }</pre>
 */
public sealed interface Delivery {

  /** The channel has it. */
  record Accepted() implements Delivery {}

  /**
   * Not now; the runtime tries again.
   *
   * @param after the shortest time to wait
   * @param reason what happened, for the operator
   */
  record Later(Duration after, String reason) implements Delivery {}

  /**
   * Never; the operator is told.
   *
   * @param code the channel's own error code
   * @param reason what happened, for the operator
   */
  record Failed(String code, String reason) implements Delivery {}

  /**
   * The line broke after the request was written, so nobody knows; a person decides.
   *
   * @param reason what happened, for the operator
   */
  record Unknown(String reason) implements Delivery {}
}

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

  /**
   * The channel has it.
   *
   * @param messageId the channel's own id of the message, by which it tells later how far it is;
   *     empty if it has none
   */
  record Accepted(String messageId) implements Delivery {
    /** The channel has it, and will tell nothing more. */
    public Accepted() {
      this("");
    }
  }

  /**
   * Not now; the runtime tries again.
   *
   * @param after the shortest time to wait
   * @param reason what happened, for the operator
   */
  record Later(Duration after, String reason) implements Delivery {}

  /**
   * Never by itself; the operator is told.
   *
   * @param code the channel's own error code
   * @param reason what happened, for the operator
   * @param retryable whether it may help if the operator has it sent again
   */
  record Failed(String code, String reason, boolean retryable) implements Delivery {
    /** Trying again would not help. */
    public Failed(String code, String reason) {
      this(code, reason, false);
    }
  }

  /**
   * The line broke after the request was written, so nobody knows. Sent again if the channel
   * {@linkplain ChannelAdapter#isIdempotent() drops what it has}; else a person decides.
   *
   * @param reason what happened, for the operator
   */
  record Unknown(String reason) implements Delivery {}
}

package dev.hotdesk.delivery;

import java.time.Instant;

/**
 * A message on its way to a channel that is called, rather than read from by its clients.
 *
 * @param id of the row
 * @param conversation to whom
 * @param sequence which message
 * @param epoch of the writer who wrote it; stored in the transaction that found it current
 * @param state how far it is
 * @param attempt how often it was tried
 * @param claim grows with each try, so that who has lost it to another cannot settle it
 * @param queued when it was stored, or a person asked to try again
 * @param messageId the channel's own id of it, or empty
 * @param code why it failed or nobody knows, in the channel's words; or empty
 * @param reason the same, for a person
 * @param retryable whether trying again by hand may help
 */
public record Outgoing(
    long id,
    String conversation,
    long sequence,
    long epoch,
    State state,
    int attempt,
    long claim,
    Instant queued,
    String messageId,
    String code,
    String reason,
    boolean retryable) {

  /** How far a message is. */
  public enum State {
    /** It waits for its turn, or for another try. */
    QUEUED,
    /** Somebody is at it, or has died of it. */
    SENDING,
    /** The channel has it. */
    ACCEPTED,
    /** It has reached a device of the customer. */
    DELIVERED,
    /** The customer has seen it. */
    READ,
    /** It was not sent, and is not tried again by itself. */
    FAILED,
    /** Nobody knows whether it was sent; a person decides. */
    UNKNOWN
  }

  /** The same for each try, and for no other message. */
  public String key() {
    return conversation + "/" + sequence;
  }
}

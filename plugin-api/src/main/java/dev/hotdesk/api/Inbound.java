package dev.hotdesk.api;

import java.time.Instant;
import java.util.List;

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
   * @param text the words; not empty unless there are attachments
   * @param attachments the ids of files that the client has uploaded
   * @param sent when it was sent by the channel's own clock; {@link Instant#EPOCH} if the channel
   *     does not tell
   */
  record Said(String clientId, String text, List<String> attachments, Instant sent)
      implements Inbound {

    /** Copies the list. */
    public Said {
      attachments = List.copyOf(attachments);
    }

    /** Words alone, over a channel that tells no time. */
    public Said(String clientId, String text) {
      this(clientId, text, List.of(), Instant.EPOCH);
    }
  }

  /**
   * The customer left a message for a person who will read it later, as while the shop is closed.
   *
   * @param clientId the client's own id of the message, as for {@link Said}
   * @param text the words, not empty
   * @param contact where they want to be answered, such as a phone number; may be empty
   */
  record Left(String clientId, String text, String contact) implements Inbound {}

  /**
   * The customer said how it was.
   *
   * @param clientId the client's own id of it, as for {@link Said}
   * @param score 1 to 5
   * @param comment in their words; may be empty
   */
  record Rated(String clientId, int score, String comment) implements Inbound {}

  /**
   * The client has got everything up to here.
   *
   * @param sequence the place of the latest message that it has
   */
  record Received(long sequence) implements Inbound {}

  /**
   * The customer has seen everything up to here.
   *
   * @param sequence the place of the latest message that was shown
   */
  record Read(long sequence) implements Inbound {}

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

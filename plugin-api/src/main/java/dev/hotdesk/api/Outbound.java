package dev.hotdesk.api;

import java.time.Instant;
import java.util.List;

/**
 * What Hotdesk tells a customer. Read by channel adapters.
 *
 * <p>Made by the runtime; immutable.
 *
 * <pre>{@code
 * context.write(
 *     switch (outbound) {
 *       case Outbound.Message message -> json(message);
 *       case Outbound.Status status -> json(status);
 *       case Outbound.Typing typing -> json(typing);
 *     });
 * }</pre>
 */
public sealed interface Outbound {

  /**
   * A message of the conversation, the customer's own ones included.
   *
   * @param sequence its place in the conversation; grows, with gaps
   * @param at when it was stored
   * @param author who wrote it
   * @param name how the author is called; empty for the customer
   * @param text the words
   * @param clientId the id its sender's client gave it; empty for agents
   * @param attachments the files that belong to it
   * @param stamp when it was said, and whether it came late
   * @param recalled whether its sender took it back; then text and attachments are empty
   */
  record Message(
      long sequence,
      Instant at,
      Author author,
      String name,
      String text,
      String clientId,
      List<Attachment> attachments,
      Stamp stamp,
      boolean recalled)
      implements Outbound {

    /** Copies the list. */
    public Message {
      attachments = List.copyOf(attachments);
    }

    /** Words alone, that came in their turn. */
    public Message(
        long sequence, Instant at, Author author, String name, String text, String clientId) {
      this(sequence, at, author, name, text, clientId, List.of(), Stamp.NONE, false);
    }
  }

  /**
   * Who serves the customer has changed.
   *
   * @param sequence its place in the conversation
   * @param at when it was stored
   * @param state {@code waiting}, {@code bot}, {@code operator}, {@code transferring}, {@code
   *     wrap_up}, {@code offline} (nobody is there: the customer may leave a message), {@code
   *     survey} (the customer is asked how it was), {@code snoozed} or {@code closed}; there may be
   *     others
   * @param name the operator's name, or empty
   * @param reason why, as a short code, or empty
   */
  record Status(long sequence, Instant at, String state, String name, String reason)
      implements Outbound {}

  /** The operator started (or stopped) typing. Not part of the log; may get lost. */
  record Typing(boolean on) implements Outbound {}
}

package dev.hotdesk.api;

/**
 * What an agent decides to do about a turn.
 *
 * <p>Make replies with the static methods; they stay when the records grow.
 *
 * <pre>{@code
 * return turn.slot("order_number").isEmpty()
 *     ? Reply.ask(context.text("which_order"), "order_number")
 *     : Reply.say(context.text("on_its_way"));
 * }</pre>
 *
 * <p>Immutable. One for each turn; {@code null} instead of one is a fault.
 */
public sealed interface Reply {

  /** Says something; the matter is settled as far as the agent can tell. */
  static Reply say(String text) {
    return new Say(text);
  }

  /**
   * Asks the customer for a missing particular. The next message that gives it comes back to the
   * same agent and intent, with the slot filled and all earlier slots kept. A slot of a name of the
   * agent's own, such as {@code new_address}, is filled with the customer's words as they are, at
   * most 500 characters.
   *
   * @param text the question
   * @param slot the name of the slot that the answer fills
   */
  static Reply ask(String text, String slot) {
    return new Ask(text, slot);
  }

  /**
   * Brings a person.
   *
   * @param reason a short code in lower case with underscores, shown to the operator and counted
   */
  static Reply handOver(String reason) {
    return new HandOver(reason);
  }

  /**
   * This reply, and a document to keep with the session: what {@link AgentContext#memory} gives in
   * the next turn. Without it, what was remembered stays as it is.
   *
   * @param document JSON of at most 16 KiB, in the form of {@link Agent#memoryVersion}; the empty
   *     text forgets
   */
  default Reply remembering(String document) {
    return this instanceof Remembering(var reply, _)
        ? new Remembering(reply, document)
        : new Remembering(this, document);
  }

  /** See {@link Reply#say}. */
  record Say(String text) implements Reply {
    /** Refuses an empty text. */
    public Say {
      requireText(text);
    }
  }

  /** See {@link Reply#ask}. */
  record Ask(String text, String slot) implements Reply {
    /** Refuses an empty text. */
    public Ask {
      requireText(text);
    }
  }

  /** See {@link Reply#handOver}. */
  record HandOver(String reason) implements Reply {}

  /** See {@link Reply#remembering}. */
  record Remembering(Reply reply, String document) implements Reply {}

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "A reply without words: wanted a text to show the customer");
    }
  }
}

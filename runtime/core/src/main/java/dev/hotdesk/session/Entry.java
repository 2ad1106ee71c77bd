package dev.hotdesk.session;

import dev.hotdesk.api.Author;

/** One line of a conversation's append-only log. */
public sealed interface Entry {

  /**
   * Somebody said something.
   *
   * @param author who
   * @param name the operator's log-in name or the agent's plugin id; empty for the customer
   * @param text the words
   * @param clientId the sender's own id of the message, unique in the conversation; empty for
   *     agents
   */
  record Said(Author author, String name, String text, String clientId) implements Entry {}

  /**
   * The session went into another state.
   *
   * @param state the new state
   * @param reason why, as a short code, or empty
   * @param by the operator who did it, or empty
   */
  record Moved(State state, String reason, String by) implements Entry {}

  /** What was understood of the customer's message at {@code question}; operators only. */
  record Understood(long question, Event.Insight insight) implements Entry {}

  /** The customer looks at this product; operators only. */
  record Viewed(String sku) implements Entry {}

  /** The shop vouched for the customer; operators only. */
  record Identified(String customerId) implements Entry {}

  /** An operator set right what was understood of the message at {@code question}. */
  record Corrected(long question, String intent, String by) implements Entry {}

  /** Whether the customer may see it. */
  default boolean forCustomer() {
    return switch (this) {
      case Said _, Moved _ -> true;
      case Understood _, Viewed _, Identified _, Corrected _ -> false;
    };
  }
}

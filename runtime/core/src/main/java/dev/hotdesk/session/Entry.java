package dev.hotdesk.session;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import java.util.List;

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
   * @param attachments the files that belong to it
   * @param stamp when it was said, and where it belongs if it came late
   */
  record Said(
      Author author,
      String name,
      String text,
      String clientId,
      List<Attachment> attachments,
      Stamp stamp)
      implements Entry {

    /** Copies the list. */
    public Said {
      attachments = List.copyOf(attachments);
    }

    /** Words alone, not yet stamped. */
    public Said(Author author, String name, String text, String clientId) {
      this(author, name, text, clientId, List.of(), Stamp.NONE);
    }

    /** The same, stamped. */
    public Said at(Stamp stamp) {
      return new Said(author, name, text, clientId, attachments, stamp);
    }
  }

  /**
   * The message at {@code message} was taken back: its words are for supervisors only.
   *
   * @param by the operator whose message it was
   */
  record Recalled(long message, String by) implements Entry {}

  /**
   * The session went into another state.
   *
   * @param state the new state
   * @param reason why, as a short code, or empty
   * @param by the operator who did it, or empty
   * @param note what operators tell each other about it, or empty
   */
  record Moved(State state, String reason, String by, String note) implements Entry {

    /** The reason with which an episode begins. */
    static final String REOPENED = "reopened";

    /** Without a note. */
    public Moved(State state, String reason, String by) {
      this(state, reason, by, "");
    }

    /** Whether a new session begins with it. */
    public boolean begins() {
      return reason.equals(REOPENED);
    }
  }

  /**
   * The customer left a message for a person who will read it later.
   *
   * @param text the words
   * @param contact where they want to be answered: a phone number, an address; or empty
   * @param clientId the client's own id of the message
   */
  record Left(String text, String contact, String clientId) implements Entry {}

  /**
   * The customer said how it was; operators only.
   *
   * @param score 1 to 5
   * @param comment in their words, or empty
   * @param clientId the client's own id of it
   */
  record Rated(int score, String comment, String clientId) implements Entry {}

  /** The customer has waited for longer than the shop promises; operators only. */
  record Overdue(Timer timer) implements Entry {}

  /** What was understood of the customer's message at {@code question}; operators only. */
  record Understood(long question, Event.Insight insight) implements Entry {}

  /** The customer looks at this product; operators only. */
  record Viewed(String sku) implements Entry {}

  /** The shop vouched for the customer; operators only. */
  record Identified(String customerId) implements Entry {}

  /**
   * More is known of the customer; operators only. What is empty was not told.
   *
   * @param store the shop's branch that they came to
   * @param tier their standing with the shop, in its own words
   */
  record Described(String store, String tier) implements Entry {}

  /** An operator set right what was understood of the message at {@code question}. */
  record Corrected(long question, String intent, String by) implements Entry {}

  /** A supervisor told something to many customers at once, this one among them. */
  record Noticed(String id, String text, String by) implements Entry {}

  /** Whether the customer may see it. */
  default boolean forCustomer() {
    return switch (this) {
      case Said _, Moved _, Recalled _, Noticed _, Left _ -> true;
      case Understood _, Viewed _, Identified _, Described _, Corrected _, Rated _, Overdue _ ->
          false;
    };
  }

  /**
   * What may be in a conversation's log once: an entry with the same is the same entry. Empty for
   * what may be there any number of times.
   */
  default String once() {
    return switch (this) {
      case Said said -> said.clientId();
      // No client's id begins so.
      case Noticed(var notice, _, _) -> ":notice:" + notice;
      case Recalled(var message, _) -> ":recall:" + message;
      case Left left -> left.clientId();
      case Rated rated -> rated.clientId();
      case Moved _, Understood _, Viewed _, Identified _, Described _, Corrected _, Overdue _ -> "";
    };
  }
}

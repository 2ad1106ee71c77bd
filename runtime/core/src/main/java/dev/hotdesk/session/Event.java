package dev.hotdesk.session;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that happened to a session. */
public sealed interface Event {

  /** Whether the customer's own doing, which begins a conversation if there is none. */
  default boolean isCustomers() {
    return this instanceof CustomerSaid
        || this instanceof CustomerViewed
        || this instanceof CustomerIdentified
        || this instanceof CustomerDescribed
        || this instanceof MessageLeft;
  }

  /**
   * The customer wrote something.
   *
   * @param clientId unique in the conversation
   * @param language what the customer's client is set to; counts until their words tell
   * @param attachments the files that belong to it, stored already
   * @param sent when by the channel's own clock; {@link Instant#EPOCH} if it tells none
   */
  record CustomerSaid(
      String clientId, String text, Language language, List<Attachment> attachments, Instant sent)
      implements Event {
    /** Copies the list. */
    public CustomerSaid {
      attachments = List.copyOf(attachments);
    }

    /** Words alone, over a channel that tells no time. */
    public CustomerSaid(String clientId, String text, Language language) {
      this(clientId, text, language, List.of(), Instant.EPOCH);
    }

    /** Where the client does not tell its language. */
    public CustomerSaid(String clientId, String text) {
      this(clientId, text, Language.ZH);
    }
  }

  /** The customer looks at this product; empty for none. */
  record CustomerViewed(String sku) implements Event {}

  /** The shop vouched for the customer. */
  record CustomerIdentified(String customerId) implements Event {}

  /**
   * The customer's page or the shop tells more of the customer. What is empty is not told.
   *
   * @param store the shop's branch that they came to
   * @param tier their standing with the shop, in its own words
   */
  record CustomerDescribed(String store, String tier) implements Event {}

  /**
   * Nothing has happened for long since the entry at {@code lastSequence}. The customer left a
   * message for a person who will read it later.
   *
   * @param clientId unique in the conversation
   * @param contact where they want to be answered, or empty
   */
  record MessageLeft(String clientId, String text, String contact) implements Event {}

  /**
   * The customer said how it was.
   *
   * @param clientId unique in the conversation
   * @param score 1 to 5
   * @param comment in their words, or empty
   */
  record CustomerRated(String clientId, int score, String comment) implements Event {
    /** Checks the score. */
    public CustomerRated {
      if (score < 1 || score > 5) {
        throw new IllegalArgumentException("The score is " + score + "; wanted 1 to 5");
      }
    }
  }

  /**
   * Time alone brings something about.
   *
   * @param timer what
   * @param due when it was to happen, as {@link Timers} said of the session as it stood; void if
   *     something else has happened since
   */
  record TimerRang(Timer timer, Instant due) implements Event {}

  /**
   * An agent understood and answered the first unanswered question.
   *
   * @param epoch the epoch under which it was asked
   * @param question the sequence of the question
   * @param insight what was understood
   * @param agent the plugin that answered
   * @param reply its decision
   */
  record AgentReplied(long epoch, long question, Insight insight, String agent, Reply reply)
      implements Event {}

  /**
   * No agent could answer: nothing understood, plugin fault, deadline, ERP down.
   *
   * @param reason a short code, such as {@code agent_timed_out}
   */
  record AgentFailed(long epoch, long question, Insight insight, String reason) implements Event {}

  /** An operator takes the customer over, from the queue, from the bot, or as offered. */
  record OperatorTook(String operator) implements Event {}

  /**
   * The runtime gives a waiting customer to an operator.
   *
   * @param epoch the epoch in which the customer was found waiting; in another one it is void
   * @param reason why to this one, as a short code
   */
  record OperatorGiven(long epoch, String operator, String reason) implements Event {}

  /** A supervisor takes the customer over from whoever serves or waits. */
  record SupervisorTook(String operator) implements Event {}

  /** The serving operator wrote something. */
  record OperatorSaid(String operator, String clientId, String text, List<Attachment> attachments)
      implements Event {
    /** Copies the list. */
    public OperatorSaid {
      attachments = List.copyOf(attachments);
    }

    /** Words alone. */
    public OperatorSaid(String operator, String clientId, String text) {
      this(operator, clientId, text, List.of());
    }
  }

  /**
   * An operator takes back what they said. Whether it is theirs, and not too old, was looked at.
   *
   * @param message the sequence of the message
   */
  record OperatorRecalled(String operator, long message) implements Event {}

  /**
   * The serving operator offers the customer to others.
   *
   * @param reason why, as a short code, or empty
   * @param note for those who are asked, or empty
   */
  record OperatorTransferred(String operator, Target to, String reason, String note)
      implements Event {}

  /** The operator to whom the customer was offered declines, or the one who offered recalls. */
  record TransferEnded(String operator) implements Event {}

  /**
   * The serving operator puts the conversation aside.
   *
   * @param until when it comes back by itself
   * @param note for themselves, or empty
   */
  record OperatorSnoozed(String operator, Instant until, String note) implements Event {}

  /** The operator takes up what they have put aside. */
  record OperatorWoke(String operator) implements Event {}

  /** The serving operator gives the customer back to the bot. */
  record OperatorReleased(String operator) implements Event {}

  /** The serving operator is gone; the customer returns to the queue. */
  record OperatorLeft(String operator) implements Event {}

  /** The serving operator has done with the customer; {@code ending} is the shop's custom. */
  record OperatorClosed(String operator, Ending ending) implements Event {
    /** The episode is over at once. */
    public OperatorClosed(String operator) {
      this(operator, Ending.CLOSED);
    }
  }

  /** An operator says which intent a customer's message really had. */
  record OperatorCorrected(String operator, long question, String intent) implements Event {}

  /**
   * A supervisor tells something to many customers at once.
   *
   * @param id of the notice; a session has it once
   */
  record Noticed(String id, String text, String by) implements Event {}

  /**
   * What was understood of a question, kept for operators.
   *
   * @param intent the likeliest intent, or empty if nothing could be said
   * @param confidence 0 to 1
   * @param slots by name
   * @param agent the plugin and version that was chosen, or empty
   * @param millis how long understanding and answering took
   */
  record Insight(
      String intent, double confidence, Map<String, String> slots, String agent, long millis) {
    /** Copies the slots. */
    public Insight {
      slots = Map.copyOf(slots);
    }
  }
}

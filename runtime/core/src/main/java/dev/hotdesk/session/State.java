package dev.hotdesk.session;

import java.time.Instant;
import java.util.List;

/** Who serves the customer at this moment. docs/session-states.md draws what leads where. */
public sealed interface State {

  /** The words for all states. */
  List<String> WORDS =
      List.of(
          "bot",
          "waiting",
          "operator",
          "transferring",
          "wrap_up",
          "offline",
          "survey",
          "snoozed",
          "closed");

  /**
   * An agent plugin answers.
   *
   * @param unanswered the customer's messages without an answer, oldest first; the first is being
   *     answered now
   */
  record BotServing(List<Question> unanswered) implements State {
    /** Copies the list. */
    public BotServing {
      unanswered = List.copyOf(unanswered);
    }
  }

  /**
   * The customer waits for a person.
   *
   * @param reason why, as a short code
   * @param target for whom
   * @param since their place in the queue; kept when an operator leaves
   */
  record Waiting(String reason, Target target, Instant since) implements State {
    /** For anybody. */
    public Waiting(String reason, Instant since) {
      this(reason, new Target.Anyone(), since);
    }
  }

  /** This operator serves the customer. */
  record OperatorServing(String operator) implements State {}

  /**
   * An operator has offered the customer to others, who have not yet agreed.
   *
   * @param from who offers, and still serves
   * @param to who is asked
   * @param reason why, as a short code, or empty
   * @param since the customer's place in the queue, if nobody wants them
   */
  record Transferring(String from, Target to, String reason, Instant since) implements State {
    @Override
    public String operator() {
      return from;
    }
  }

  /** The operator has done with the customer and writes their notes. */
  record WrapUp(String operator) implements State {}

  /**
   * Nobody is there: the customer may leave a message, and waits for a person once the shop opens.
   *
   * @param reason why they want a person, as a short code
   * @param target for whom
   * @param since their place in the queue
   */
  record Offline(String reason, Target target, Instant since) implements State {}

  /** The customer is asked how it was, with this operator. */
  record Survey(String operator) implements State {}

  /**
   * The operator has put the conversation aside.
   *
   * @param operator whose it is
   * @param until when it comes back by itself
   * @param note for themselves
   */
  record Snoozed(String operator, Instant until, String note) implements State {}

  /** The episode is over; the customer's next message begins a new one. */
  record Closed() implements State {}

  /**
   * A customer's message that wants an answer.
   *
   * @param sequence its place in the conversation's log
   * @param text the words
   */
  record Question(long sequence, String text) {}

  /** The operator whose customer this is or was a moment ago; empty for nobody. */
  default String operator() {
    return "";
  }

  /** Whether a person is at it, or should be. */
  default boolean isAttended() {
    return switch (this) {
      case Waiting _, OperatorServing _, Transferring _, WrapUp _ -> true;
      case BotServing _, Offline _, Survey _, Snoozed _, Closed _ -> false;
    };
  }

  /** The word for this state in frames, metrics and the database. */
  default String word() {
    return switch (this) {
      case BotServing _ -> "bot";
      case Waiting _ -> "waiting";
      case OperatorServing _ -> "operator";
      case Transferring _ -> "transferring";
      case WrapUp _ -> "wrap_up";
      case Offline _ -> "offline";
      case Survey _ -> "survey";
      case Snoozed _ -> "snoozed";
      case Closed _ -> "closed";
    };
  }
}

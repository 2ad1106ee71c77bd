package dev.hotdesk.session;

import java.util.List;

/**
 * Who serves the customer at this moment.
 *
 * <pre>
 *              hand-over / agent failed               takes
 *   BotServing ───────────────────────► Waiting ───────────────► OperatorServing
 *    ▲  ▲  │                             ▲                        │   ▲     │
 *    │  │  └──────── takes ──────────────┼───────────────────────►│   │     │
 *    │  └─────── gives back to the bot ──┼────────────────────────┤   │     │ transfers
 *    │                                   └─── operator left ──────┤   │     ▼
 *    │ customer writes again  (quiet for long: BotServing ► Closed) │   └─ Transferring
 *   Closed ◄──────────────────────── closes ──────────────────────┘  taken, declined, recalled
 * </pre>
 */
public sealed interface State {

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
   */
  record Waiting(String reason) implements State {}

  /** This operator serves the customer. */
  record OperatorServing(String operator) implements State {}

  /** An operator has offered the customer to another one, who has not yet agreed. */
  record Transferring(String from, String to) implements State {}

  /** The episode is over; the customer's next message begins a new one. */
  record Closed() implements State {}

  /**
   * A customer's message that wants an answer.
   *
   * @param sequence its place in the conversation's log
   * @param text the words
   */
  record Question(long sequence, String text) {}

  /** The word for this state in frames, metrics and the database. */
  default String word() {
    return switch (this) {
      case BotServing _ -> "bot";
      case Waiting _ -> "waiting";
      case OperatorServing _ -> "operator";
      case Transferring _ -> "transferring";
      case Closed _ -> "closed";
    };
  }
}

package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as it lies on the desk.
 *
 * @param now how it stands
 * @param reason why it is in its state
 * @param waitingSince since when its customer has waited for a person; empty if they do not
 * @param last the latest words
 * @param unanswered the customer's messages since a person or the bot last spoke
 * @param intent what was last understood, or empty
 * @param confidence how sure that is
 */
record Card(
    Conversation now,
    String reason,
    Optional<Instant> waitingSince,
    String last,
    int unanswered,
    String intent,
    double confidence) {

  private static final int MOST_WORDS = 200;

  /** The card of a conversation of which nothing was seen yet. */
  static Card blank(Conversation now) {
    return new Card(now, "", Optional.empty(), "", 0, "", 0);
  }

  /** This card after these entries. */
  Card after(Conversation then, List<Logged> entries) {
    var card = new Card(then, reason, waitingSince, last, unanswered, intent, confidence);
    for (var logged : entries) {
      card = card.with(logged);
    }
    return card;
  }

  private Card with(Logged logged) {
    return switch (logged.entry()) {
      case Entry.Said(var author, _, var text, _, _, _) ->
          new Card(
              now,
              reason,
              waitingSince,
              text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text,
              author == Author.CUSTOMER ? unanswered + 1 : 0,
              intent,
              confidence);
      case Entry.Moved(var state, var why, _) ->
          new Card(
              now, why, waiting(state, why, logged.at()), last, unanswered, intent, confidence);
      case Entry.Understood(_, var insight) ->
          new Card(
              now, reason, waitingSince, last, unanswered, insight.intent(), insight.confidence());
      case Entry.Corrected(_, var right, _) ->
          new Card(now, reason, waitingSince, last, unanswered, right, 1);
      case Entry.Recalled _ ->
          new Card(now, reason, waitingSince, "", unanswered, intent, confidence);
      case Entry.Viewed _, Entry.Identified _, Entry.Described _ -> this;
    };
  }

  /** Whose operator has left has waited since their conversation began: they go to the front. */
  private Optional<Instant> waiting(State state, String why, Instant at) {
    return state instanceof State.Waiting
        ? Optional.of(why.equals("operator_left") ? now.begun() : at)
        : Optional.empty();
  }

  /** How far the log is known. */
  long place() {
    return now.session().lastSequence();
  }

  State state() {
    return now.session().state();
  }

  /** Who serves or offers; empty for nobody. */
  String operator() {
    return switch (state()) {
      case State.OperatorServing(var operator) -> operator;
      case State.Transferring(var from, _) -> from;
      case State.BotServing _, State.Waiting _, State.Closed _ -> "";
    };
  }

  /** To whom it is offered; empty for nobody. */
  String to() {
    return state() instanceof State.Transferring(_, var to) ? to : "";
  }
}

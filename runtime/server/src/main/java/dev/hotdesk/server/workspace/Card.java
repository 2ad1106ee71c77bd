package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as it lies on the desk.
 *
 * @param now how it stands
 * @param reason why it is in its state
 * @param note what an operator noted when it came into its state
 * @param last the latest words
 * @param unanswered the customer's messages since a person or the bot last spoke
 * @param intent what was last understood, or empty
 * @param confidence how sure that is
 */
record Card(
    Conversation now,
    String reason,
    String note,
    String last,
    int unanswered,
    String intent,
    double confidence) {

  private static final int MOST_WORDS = 200;

  /** The card of a conversation of which nothing was seen yet. */
  static Card blank(Conversation now) {
    return new Card(now, "", "", "", 0, "", 0);
  }

  /** This card after these entries. */
  Card after(Conversation then, List<Logged> entries) {
    var card = new Card(then, reason, note, last, unanswered, intent, confidence);
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
              note,
              shortened(text),
              author == Author.CUSTOMER ? unanswered + 1 : 0,
              intent,
              confidence);
      case Entry.Left(var text, _, _) ->
          new Card(now, reason, note, shortened(text), unanswered + 1, intent, confidence);
      case Entry.Moved(_, var why, _, var noted) ->
          new Card(now, why, noted, last, unanswered, intent, confidence);
      case Entry.Understood(_, var insight) ->
          new Card(now, reason, note, last, unanswered, insight.intent(), insight.confidence());
      case Entry.Corrected(_, var right, _) ->
          new Card(now, reason, note, last, unanswered, right, 1);
      case Entry.Recalled _ -> new Card(now, reason, note, "", unanswered, intent, confidence);
      case Entry.Noticed _,
          Entry.Viewed _,
          Entry.Identified _,
          Entry.Described _,
          Entry.Rated _,
          Entry.Overdue _ ->
          this;
    };
  }

  private static String shortened(String text) {
    return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
  }

  /** The place in the queue: since when its customer has waited; empty if they do not. */
  Optional<Instant> waitingSince() {
    return switch (state()) {
      case State.Waiting(_, _, var since) -> Optional.of(since);
      case State.Offline(_, _, var since) -> Optional.of(since);
      case State.BotServing _,
          State.OperatorServing _,
          State.Transferring _,
          State.WrapUp _,
          State.Survey _,
          State.Snoozed _,
          State.Closed _ ->
          Optional.empty();
    };
  }

  /** For whom it waits or to whom it is offered; for anyone otherwise. */
  Target target() {
    return switch (state()) {
      case State.Waiting(_, var target, _) -> target;
      case State.Offline(_, var target, _) -> target;
      case State.Transferring(_, var to, _, _) -> to;
      case State.BotServing _,
          State.OperatorServing _,
          State.WrapUp _,
          State.Survey _,
          State.Snoozed _,
          State.Closed _ ->
          new Target.Anyone();
    };
  }

  /** How far the log is known. */
  long place() {
    return now.session().lastSequence();
  }

  State state() {
    return now.session().state();
  }

  /** Whose it is; empty for nobody. */
  String operator() {
    return state().operator();
  }

  /** Whether its operator is at it now. */
  boolean isServed() {
    return state() instanceof State.OperatorServing
        || state() instanceof State.Transferring
        || state() instanceof State.WrapUp;
  }

  /** The operator to whom it is offered; empty for nobody. */
  String to() {
    return state() instanceof State.Transferring(_, var to, _, _) ? to.login() : "";
  }
}

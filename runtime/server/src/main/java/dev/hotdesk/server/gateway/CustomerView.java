package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;

/** What a customer may know of an entry. */
final class CustomerView {

  private final OperatorNames names;

  CustomerView(OperatorNames names) {
    this.names = names;
  }

  Outbound outbound(Logged logged) {
    return switch (logged.entry()) {
      case Entry.Said(var author, var name, var text, var clientId) ->
          new Outbound.Message(
              logged.sequence(),
              logged.at(),
              author,
              author == Author.OPERATOR ? names.nameOf(name) : "",
              text,
              author == Author.CUSTOMER ? clientId : "");
      case Entry.Moved(var state, var reason, _) ->
          new Outbound.Status(
              logged.sequence(), logged.at(), state.word(), server(state), reason(state, reason));
      case Entry.Understood _, Entry.Viewed _, Entry.Identified _, Entry.Corrected _ ->
          throw new IllegalArgumentException("Not for customers: " + logged.sequence());
    };
  }

  private String server(State state) {
    return switch (state) {
      case State.OperatorServing(var operator) -> names.nameOf(operator);
      case State.Transferring(var from, _) -> names.nameOf(from);
      case State.BotServing _, State.Waiting _, State.Closed _ -> "";
    };
  }

  /** What operators note for each other is not for the customer. */
  private static String reason(State state, String reason) {
    return state instanceof State.Transferring ? "" : reason;
  }
}

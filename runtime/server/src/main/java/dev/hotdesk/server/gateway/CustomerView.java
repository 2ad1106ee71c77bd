package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Aside;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.util.List;

/** What a customer may know of an entry. */
final class CustomerView {

  private final OperatorNames names;

  CustomerView(OperatorNames names) {
    this.names = names;
  }

  /** Something to be said in the words of a channel. */
  @FunctionalInterface
  interface Telling {

    /** Lets the channel's adapter say it. */
    Delivery by(ChannelAdapter adapter, ChannelContext context);
  }

  Telling telling(Logged logged) {
    return switch (logged.entry()) {
      case Entry.Said said -> sending(message(logged, said));
      case Entry.Left(var text, _, var clientId) ->
          sending(
              new Outbound.Message(
                  logged.sequence(), logged.at(), Author.CUSTOMER, "", text, clientId));
      case Entry.Moved(var state, var reason, _, _) ->
          sending(
              new Outbound.Status(
                  logged.sequence(),
                  logged.at(),
                  state.word(),
                  server(state),
                  reason(state, reason)));
      case Entry.Noticed notice -> sending(message(logged, notice));
      case Entry.Recalled(var message, _) -> {
        var recalled = new Aside.Recalled(logged.sequence(), logged.at(), message);
        yield (adapter, context) -> adapter.tell(recalled, context);
      }
      case Entry.Understood _,
          Entry.Viewed _,
          Entry.Identified _,
          Entry.Described _,
          Entry.Corrected _,
          Entry.Rated _,
          Entry.Overdue _ ->
          throw new IllegalArgumentException("Not for customers: " + logged.sequence());
    };
  }

  private static Telling sending(Outbound outbound) {
    return (adapter, context) -> adapter.send(outbound, context);
  }

  private Outbound.Message message(Logged logged, Entry.Said said) {
    var author = said.author();
    return new Outbound.Message(
        logged.sequence(),
        logged.at(),
        author,
        author == Author.OPERATOR ? names.nameOf(said.name()) : "",
        logged.recalled() ? "" : said.text(),
        author == Author.CUSTOMER ? said.clientId() : "",
        logged.recalled() ? List.of() : said.attachments(),
        said.stamp(),
        logged.recalled());
  }

  /** A notice is said in the name of the one who gave it. */
  private Outbound.Message message(Logged logged, Entry.Noticed notice) {
    return new Outbound.Message(
        logged.sequence(),
        logged.at(),
        Author.OPERATOR,
        names.nameOf(notice.by()),
        notice.text(),
        "");
  }

  private String server(State state) {
    return state.operator().isEmpty() ? "" : names.nameOf(state.operator());
  }

  /** Why operators pass them on is not for the customer. */
  private static String reason(State state, String reason) {
    return state instanceof State.Transferring || state instanceof State.OperatorServing
        ? ""
        : reason;
  }
}

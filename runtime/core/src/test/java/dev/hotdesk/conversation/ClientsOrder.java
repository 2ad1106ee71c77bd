package dev.hotdesk.conversation;

import dev.hotdesk.session.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How a client lays a log out, as the protocol says. */
final class ClientsOrder {

  private ClientsOrder() {}

  static Stream<Logged> of(List<Logged> log) {
    return log.stream()
        .sorted(
            Comparator.comparingLong(ClientsOrder::place)
                .thenComparing(Logged::isInTurn)
                .thenComparing(Logged::said)
                .thenComparingLong(Logged::sequence));
  }

  private static long place(Logged logged) {
    var stamp = ((Entry.Said) logged.entry()).stamp();
    return stamp.isLate() ? stamp.before() : logged.sequence();
  }
}

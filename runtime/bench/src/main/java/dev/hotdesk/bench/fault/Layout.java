package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The messages of one conversation of which a channel told when they were sent, and how a client
 * lays them out by docs/protocol.md, section 1.4.
 */
final class Layout {

  private final List<Dated> all = new ArrayList<>();

  /** One of them; where it came in its turn, it stands before nothing. */
  private record Dated(long seq, Instant sent, long before) {

    boolean isLate() {
      return before > 0;
    }

    long place() {
      return isLate() ? before : seq;
    }
  }

  /** Takes in what was said at this place; what has no date is of no interest. */
  void add(long seq, Frame body) {
    if (!body.text("sent").isEmpty()) {
      all.add(new Dated(seq, Instant.parse(body.text("sent")), body.number("before")));
    }
  }

  /** How many came after something that was said later. */
  int late() {
    return (int) all.stream().filter(Dated::isLate).count();
  }

  /** What a client would show before something that was sent earlier. */
  List<String> misplaced() {
    var shown =
        all.stream()
            .sorted(
                Comparator.comparingLong(Dated::place)
                    .thenComparingInt(it -> it.isLate() ? 0 : 1)
                    .thenComparing(Dated::sent)
                    .thenComparingLong(Dated::seq))
            .toList();
    var wrong = new ArrayList<String>();
    for (int i = 1; i < shown.size(); i++) {
      if (shown.get(i).sent().isBefore(shown.get(i - 1).sent())) {
        wrong.add("%s is laid out after %s".formatted(shown.get(i), shown.get(i - 1)));
      }
    }
    return wrong;
  }
}

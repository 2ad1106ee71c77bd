package dev.hotdesk.function;

import dev.hotdesk.session.Entry;
import java.time.Instant;
import java.util.List;

/**
 * Who wants to hear of what is written into the logs of conversations. Asked by the journal, which
 * keeps the occasions in the transaction that keeps the entries: so none is lost, and none is there
 * without its entry.
 */
public interface LogSubscribers {

  /** Nobody. */
  LogSubscribers NONE =
      new LogSubscribers() {
        @Override
        public List<Occasion> of(String conversation, long first, Instant at, List<Entry> entries) {
          return List.of();
        }

        @Override
        public void stored(List<Occasion> occasions) {}
      };

  /**
   * What becomes of new entries; costs next to nothing while nobody wants any.
   *
   * @param first the place of the first one in the log
   */
  List<Occasion> of(String conversation, long first, Instant at, List<Entry> entries);

  /** These occasions are durable now, to be delivered at once. Never blocks. */
  void stored(List<Occasion> occasions);
}

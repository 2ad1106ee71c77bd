package dev.hotdesk.server.store;

import dev.hotdesk.server.sql.Sql;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Puts messages into an outbox, without a log. */
final class Queued {

  private Queued() {}

  static void message(DataSource database, String conversation, long sequence, Instant now) {
    new Sql(database, IllegalStateException::new)
        .inTransaction(
            connection -> {
              OutboxRow.insert(connection, List.of(new OutboxRow(conversation, sequence, 1, now)));
              return sequence;
            });
  }
}

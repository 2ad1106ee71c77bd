package dev.hotdesk.server.store;

import dev.hotdesk.function.Occasion;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** An occasion, ready to be written; its JSON made already by the caller's own thread. */
record OccasionRow(Occasion occasion, Instant due, String cause) {

  private static final String INSERT =
      "insert into plugin_delivery (plugin, function_name, occasion, happened, cause, state, due,"
          + " attempt, claim, node, error) values (?, ?, ?, ?, ?, 'waiting', ?, 0, 0, '', '')"
          + " on conflict do nothing";

  static OccasionRow of(Occasion occasion, Instant due) {
    return new OccasionRow(occasion, due, CauseJson.encode(occasion.cause()));
  }

  /** Writes them in the transaction of this connection. */
  static void insert(Connection connection, Collection<OccasionRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var row : rows) {
        insert.setString(1, row.occasion.plugin());
        insert.setString(2, row.occasion.function());
        insert.setString(3, row.occasion.id());
        insert.setObject(4, Sql.column(row.occasion.at()));
        insert.setString(5, row.cause);
        insert.setObject(6, Sql.column(row.due));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

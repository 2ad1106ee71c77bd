package dev.hotdesk.server.store;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Marks;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Keeps how far each side has got in a table of its own. */
public final class SqlMarks implements Marks {

  private static final String FIND =
      "select delivered, read_seq from receipt where conversation_id = ? and side = ?";
  private static final String RAISE =
      "update receipt set delivered = greatest(delivered, ?), read_seq = greatest(read_seq, ?),"
          + " changed = ? where conversation_id = ? and side = ?";
  private static final String BEGIN =
      "insert into receipt (delivered, read_seq, changed, conversation_id, side)"
          + " values (?, ?, ?, ?, ?) on conflict do nothing";

  private final Sql sql;
  private final Clock clock;

  /** In this database. */
  public SqlMarks(DataSource database, Clock clock) {
    this.sql =
        new Sql(
            database,
            e ->
                new JournalUnavailableException(
                    "Receipts could not be kept or read: " + e.getMessage(), e));
    this.clock = clock;
  }

  @Override
  public Mark of(Whose whose) {
    return sql
        .query(
            FIND,
            row -> new Mark(row.getLong("delivered"), row.getLong("read_seq")),
            whose.conversation(),
            whose.side().name())
        .stream()
        .findFirst()
        .orElse(Mark.NONE);
  }

  @Override
  public void raise(Map<Whose, Mark> marks) {
    // Two servers may move the same ones: always in the same order, so that neither blocks the
    // other.
    var moved =
        marks.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    entry -> entry.getKey().conversation() + " " + entry.getKey().side()))
            .toList();
    sql.inTransaction(
        connection -> {
          var fresh = run(connection, RAISE, moved);
          run(connection, BEGIN, fresh);
          // Another server may have begun it at the same moment.
          run(connection, RAISE, fresh);
          return moved.size();
        });
  }

  /** Returns those for which no row was changed. */
  private List<Map.Entry<Whose, Mark>> run(
      Connection connection, String statement, List<Map.Entry<Whose, Mark>> moved)
      throws SQLException {
    var unchanged = new ArrayList<Map.Entry<Whose, Mark>>();
    if (moved.isEmpty()) {
      return unchanged;
    }
    try (var prepared = connection.prepareStatement(statement)) {
      for (var entry : moved) {
        bind(prepared, entry.getKey(), entry.getValue(), clock.instant());
        prepared.addBatch();
      }
      var counts = prepared.executeBatch();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          unchanged.add(moved.get(i));
        }
      }
    }
    return unchanged;
  }

  private static void bind(PreparedStatement statement, Whose whose, Mark mark, Instant now)
      throws SQLException {
    statement.setLong(1, mark.delivered());
    statement.setLong(2, mark.read());
    statement.setObject(3, Sql.column(now));
    statement.setString(4, whose.conversation());
    statement.setString(5, whose.side().name());
  }
}

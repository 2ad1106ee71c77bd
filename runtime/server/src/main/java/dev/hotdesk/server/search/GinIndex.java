package dev.hotdesk.server.search;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The index in PostgreSQL: terms of our own making in a {@code tsvector}, under GIN. */
final class GinIndex implements Index {

  private static final String INSERT =
      "insert into search_line (line, conversation_id, seq, channel, terms)"
          + " values (?, ?, ?, ?, array_to_tsvector(?)) on conflict do nothing";

  private static final String ENTRIES =
      "select " + StoredEntry.COLUMNS + ", tx from log_entry where ";

  @Override
  public void add(Connection connection, List<Line> lines) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var line : lines) {
        insert.setLong(1, line.number());
        insert.setString(2, line.conversation());
        insert.setLong(3, line.sequence());
        insert.setString(4, line.channel());
        insert.setArray(5, connection.createArrayOf("text", line.terms().toArray()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public void remove(Connection connection, String conversation, List<Long> sequences)
      throws SQLException {
    Sql.update(
        connection,
        "delete from search_line where conversation_id = ? and seq = any (?)",
        conversation,
        connection.createArrayOf("bigint", sequences.toArray()));
  }

  @Override
  public List<Long> find(Connection connection, Wish wish, int most, int seconds)
      throws SQLException {
    var values = new ArrayList<Object>(List.of(all(wish.parts())));
    var sql = new StringBuilder("select line from search_line where terms @@ cast(? as tsquery)");
    if (!wish.without().isEmpty()) {
      sql.append(" and not terms @@ cast(? as tsquery)");
      values.add(all(wish.without()));
    }
    sql.append(" and line >= ? and line < ?");
    values.addAll(List.of(wish.from(), wish.before()));
    if (!wish.channel().isEmpty()) {
      sql.append(" and channel = ?");
      values.add(wish.channel());
    }
    sql.append(" order by line desc fetch first ").append(most).append(" rows only");
    return Timed.query(connection, seconds, sql.toString(), row -> row.getLong(1), values);
  }

  /** Terms are letters and digits, but for the mark of numbers, so the quotes hold. */
  private static String all(List<Wanted.Part> parts) {
    return parts.stream()
        .map(part -> "'" + part.term() + "'" + (part.isBeginning() ? ":*" : ""))
        .collect(Collectors.joining(" & "));
  }

  /** Transactions become visible in any order: only those below the oldest one at work are read. */
  @Override
  public List<StoredEntry> fresh(Connection connection, Cursor cursor, int most)
      throws SQLException {
    // Asked before: what is below it now, every later look can see.
    var horizon =
        Sql.query(
                connection,
                "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
                row -> row.getLong(1))
            .getFirst();
    return Sql.query(
        connection,
        ENTRIES
            + "tx >= ? and tx < ?"
            + " and (tx > ? or conversation_id > ? or (conversation_id = ? and seq > ?))"
            + " order by tx, conversation_id, seq fetch first "
            + most
            + " rows only",
        StoredEntry::of,
        cursor.tx(),
        horizon,
        cursor.tx(),
        cursor.conversation(),
        cursor.conversation(),
        cursor.sequence());
  }

  @Override
  public List<StoredEntry> past(Connection connection, Cursor cursor, int most)
      throws SQLException {
    return Sql.query(
        connection,
        ENTRIES
            + "tx is null and conversation_id >= ? and (conversation_id > ? or seq > ?)"
            + " order by conversation_id, seq fetch first "
            + most
            + " rows only",
        StoredEntry::of,
        cursor.pastConversation(),
        cursor.pastConversation(),
        cursor.pastSequence());
  }

  @Override
  public void begin(Connection connection) {
    // Numbers of transactions only grow.
  }
}

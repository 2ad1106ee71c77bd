package dev.hotdesk.server.search;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The index in H2, which has none for terms: a table with a row for each term of each line. */
final class TermIndex implements Index {

  /** Of two terms with more lines than this, it does not matter which has fewer. */
  private static final int MANY = 2000;

  @Override
  public void add(Connection connection, List<Line> lines) throws SQLException {
    try (var line =
            connection.prepareStatement(
                "insert into search_line (line, conversation_id, seq, channel)"
                    + " values (?, ?, ?, ?) on conflict do nothing");
        var term =
            connection.prepareStatement("insert into search_term (term, line) values (?, ?)")) {
      for (var one : lines) {
        line.setLong(1, one.number());
        line.setString(2, one.conversation());
        line.setLong(3, one.sequence());
        line.setString(4, one.channel());
        if (line.executeUpdate() == 0) {
          continue;
        }
        for (var word : one.terms()) {
          term.setString(1, word);
          term.setLong(2, one.number());
          term.addBatch();
        }
      }
      term.executeBatch();
    }
  }

  @Override
  public void remove(Connection connection, String conversation, List<Long> sequences)
      throws SQLException {
    for (var sequence : sequences) {
      Sql.update(
          connection,
          "delete from search_term where line in"
              + " (select line from search_line where conversation_id = ? and seq = ?)",
          conversation,
          sequence);
      Sql.update(
          connection,
          "delete from search_line where conversation_id = ? and seq = ?",
          conversation,
          sequence);
    }
  }

  @Override
  public List<Long> find(Connection connection, Wish wish, int most, int seconds)
      throws SQLException {
    var parts = rarestFirst(connection, wish.parts(), seconds);
    var values = new ArrayList<Object>();
    var sql = new StringBuilder("select ");
    // Lines of one term come in order, so that the database can stop early: it sees so if it is
    // told to order by the term as well.
    sql.append(parts.getFirst().isBeginning() ? "distinct " : "")
        .append("d.line from search_term d where ");
    sql.append(condition("d", parts.getFirst(), values));
    for (var other : parts.subList(1, parts.size())) {
      sql.append(" and exists (select 1 from search_term e where e.line = d.line and ")
          .append(condition("e", other, values))
          .append(")");
    }
    for (var not : wish.without()) {
      sql.append(" and not exists (select 1 from search_term e where e.line = d.line and ")
          .append(condition("e", not, values))
          .append(")");
    }
    sql.append(" and d.line >= ? and d.line < ?");
    values.addAll(List.of(wish.from(), wish.before()));
    if (!wish.channel().isEmpty()) {
      sql.append(
          " and exists (select 1 from search_line s where s.line = d.line and s.channel = ?)");
      values.add(wish.channel());
    }
    sql.append(
            parts.getFirst().isBeginning()
                ? " order by d.line desc"
                : " order by d.term, d.line desc")
        .append(" fetch first ")
        .append(most)
        .append(" rows only");
    return Timed.query(connection, seconds, sql.toString(), row -> row.getLong(1), values);
  }

  private static List<Wanted.Part> rarestFirst(
      Connection connection, List<Wanted.Part> parts, int seconds) throws SQLException {
    if (parts.size() == 1) {
      return parts;
    }
    var counted = new ArrayList<Counted>();
    for (var part : parts) {
      var values = new ArrayList<Object>();
      var count =
          "select count(*) from (select 1 from search_term d where "
              + condition("d", part, values)
              + " fetch first "
              + MANY
              + " rows only)";
      counted.add(
          new Counted(
              part,
              Timed.query(connection, seconds, count, row -> row.getLong(1), values).getFirst()));
    }
    return counted.stream()
        .sorted(Comparator.comparingLong(Counted::lines))
        .map(Counted::part)
        .toList();
  }

  private record Counted(Wanted.Part part, long lines) {}

  private static String condition(String alias, Wanted.Part part, List<Object> values) {
    values.add(part.term());
    if (!part.isBeginning()) {
      return alias + ".term = ?";
    }
    values.add(part.term() + Character.MAX_VALUE);
    return alias + ".term >= ? and " + alias + ".term < ?";
  }

  /** H2 numbers rows as they come, and commits one transaction after another. */
  @Override
  public List<StoredEntry> fresh(Connection connection, Cursor cursor, int most)
      throws SQLException {
    return Sql.query(
        connection,
        "select "
            + StoredEntry.COLUMNS
            + ", _rowid_ as tx from log_entry where _rowid_ > ? order by _rowid_ fetch first "
            + most
            + " rows only",
        StoredEntry::of,
        cursor.tx());
  }

  /** All rows have numbers, also those of before. */
  @Override
  public List<StoredEntry> past(Connection connection, Cursor cursor, int most) {
    return List.of();
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "update search_cursor set tx = (select coalesce(max(_rowid_), 0) from log_entry)"
            + " where tx > (select coalesce(max(_rowid_), 0) from log_entry)");
  }
}

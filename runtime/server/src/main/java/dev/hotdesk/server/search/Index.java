package dev.hotdesk.server.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The index in the database, as each kind of database does it best. */
interface Index {

  /** The index of this connection's database. */
  static Index of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2")
        ? new TermIndex()
        : new GinIndex();
  }

  /** Adds the terms of lines; those that are there already stay as they are. */
  void add(Connection connection, List<Line> lines) throws SQLException;

  /** Takes away what is known of entries. */
  void remove(Connection connection, String conversation, List<Long> sequences) throws SQLException;

  /** The numbers of the lines that have it all, the newest first. */
  List<Long> find(Connection connection, Wish wish, int most, int seconds) throws SQLException;

  /** The next entries that are new, in the order in which they may be passed. */
  List<StoredEntry> fresh(Connection connection, Cursor cursor, int most) throws SQLException;

  /** The next entries that were there before there was an index, and are not among the new. */
  List<StoredEntry> past(Connection connection, Cursor cursor, int most) throws SQLException;

  /** Sets the cursor right before anything is written. */
  void begin(Connection connection) throws SQLException;

  /**
   * Which lines are wanted.
   *
   * @param parts what each must have
   * @param without what none may have
   * @param channel of which channel, or empty
   * @param from the smallest number
   * @param before the number that is too large already
   */
  record Wish(
      List<Wanted.Part> parts, List<Wanted.Part> without, String channel, long from, long before) {}
}

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

  /** Up to which transaction all that was stored can be seen. */
  long horizon(Connection connection) throws SQLException;

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

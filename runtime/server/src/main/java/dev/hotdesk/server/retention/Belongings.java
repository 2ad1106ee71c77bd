package dev.hotdesk.server.retention;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that is kept of conversations beside their logs. */
public interface Belongings {

  /** What it is called in receipts, such as {@code search_lines}. */
  String name();

  /** Deletes what is kept of one, in the transaction in which its log goes; tells how many. */
  int forget(Connection connection, String conversation) throws SQLException;

  /** Deletes what lies outside the database, now that the transaction is through. May throw. */
  default void afterwards() {}
}

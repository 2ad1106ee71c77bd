package dev.hotdesk.server.search;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queries that the database gives up after some seconds. */
final class Timed {

  private Timed() {}

  static <T> List<T> query(
      Connection connection, int seconds, String sql, Sql.Row<T> row, List<Object> values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(seconds);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (var rows = statement.executeQuery()) {
        var all = new ArrayList<T>();
        while (rows.next()) {
          all.add(row.read(rows));
        }
        return all;
      }
    }
  }
}

package dev.hotdesk.server.store;

import dev.hotdesk.function.DeliveriesUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain SQL, each piece of work in a transaction of its own. */
final class Transactions {

  private final DataSource database;

  Transactions(DataSource database) {
    this.database = database;
  }

  /** Runs work in one transaction; undone if it throws. */
  <T> T run(Work<T> work) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DeliveriesUnavailableException(
          "What is due for plugins' functions cannot be read or stored: " + e.getMessage(), e);
    }
  }

  /** Runs one statement in a transaction; returns how many rows it changed. */
  int update(String sql, Object... values) {
    return run(connection -> update(connection, sql, values));
  }

  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... values)
      throws SQLException {
    try (var statement = prepared(connection, sql, values);
        var rows = statement.executeQuery()) {
      var all = new ArrayList<T>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    }
  }

  static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i] instanceof Instant at ? column(at) : values[i]);
    }
    return statement;
  }

  /** Turns the present row into a value. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work within a transaction. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}

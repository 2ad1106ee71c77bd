package dev.hotdesk.server.plugins;

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

/** Runs single statements on the tables of plugins, each committed at once. */
final class Tables {

  private static final String DUPLICATE = "23505";

  private final DataSource database;

  Tables(DataSource database) {
    this.database = database;
  }

  /** Runs a statement; returns how many rows it changed. */
  int update(String sql, Object... values) {
    return with(sql, PreparedStatement::executeUpdate, values);
  }

  /** Adds a row; false if there is one of the same key. */
  boolean insert(String sql, Object... values) {
    return with(
        sql,
        statement -> {
          try {
            return statement.executeUpdate() == 1;
          } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
              return false;
            }
            throw e;
          }
        },
        values);
  }

  /** Reads all rows that a query finds. */
  <T> List<T> query(String sql, Work<ResultSet, T> row, Object... values) {
    return with(
        sql,
        statement -> {
          try (var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
              all.add(row.on(rows));
            }
            return all;
          }
        },
        values);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private <T> T with(String sql, Work<PreparedStatement, T> work, Object... values) {
    try (var connection = database.getConnection();
        var statement = prepared(connection, sql, values)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new PluginDataException(
          "The tables of plugins cannot be used: %s (%s)"
              .formatted(e.getMessage(), e.getSQLState()),
          e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    connection.setAutoCommit(true);
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      var value = values[i];
      statement.setObject(
          i + 1,
          value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value);
    }
    return statement;
  }

  /** Something done with something of the database. */
  interface Work<F, T> {
    T on(F from) throws SQLException;
  }
}

package dev.hotdesk.server.access;

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

/** Runs a few statements in plain SQL; a connection is held no longer than that. */
public final class Sql {

  private final DataSource database;

  /** On this database. */
  public Sql(DataSource database) {
    this.database = database;
  }

  /** Runs one statement, committed at once; returns how many rows it changed. */
  public int update(String sql, Object... values) {
    return inTransaction(connection -> update(connection, sql, values));
  }

  /** Reads all rows that a query finds. */
  public <T> List<T> query(String sql, Row<T> row, Object... values) {
    return inTransaction(connection -> query(connection, sql, row, values));
  }

  /** Runs work in one transaction; undone if it throws. */
  public <T> T inTransaction(Work<T> work) {
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
      throw new StaffStoreException("The staff tables cannot be used: " + e.getMessage(), e);
    }
  }

  /** Runs one statement in a transaction. */
  public static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** Reads all rows that a query finds, within a transaction. */
  public static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... values)
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

  /** A time as it is stored. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      var value = values[i];
      statement.setObject(
          i + 1,
          value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value);
    }
    return statement;
  }

  /** Turns the present row into a value. */
  public interface Row<T> {
    /** The value. */
    T read(ResultSet row) throws SQLException;
  }

  /** Work within a transaction. */
  public interface Work<T> {
    /** Does it. */
    T run(Connection connection) throws SQLException;
  }
}

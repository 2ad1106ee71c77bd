package dev.hotdesk.server.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs a few statements in plain SQL, in a transaction of their own; a connection is held no longer
 * than that. When the database fails, the caller's own exception is thrown.
 */
public final class Sql {

  private static final String DUPLICATE = "23505";

  private final DataSource database;
  private final Function<SQLException, RuntimeException> fault;

  /** On this database, with what is thrown when it fails. */
  public Sql(DataSource database, Function<SQLException, RuntimeException> fault) {
    this.database = database;
    this.fault = fault;
  }

  /** Runs one statement, committed at once; returns how many rows it changed. */
  public int update(String sql, Object... values) {
    return inTransaction(connection -> update(connection, sql, values));
  }

  /** Adds a row, committed at once; false if there is one of the same key. */
  public boolean insert(String sql, Object... values) {
    try {
      return committed(connection -> update(connection, sql, values)) == 1;
    } catch (SQLException e) {
      if (DUPLICATE.equals(e.getSQLState())) {
        return false;
      }
      throw fault.apply(e);
    }
  }

  /** Reads all rows that a query finds. */
  public <T> List<T> query(String sql, Row<T> row, Object... values) {
    return inTransaction(connection -> query(connection, sql, row, values));
  }

  /** Runs work in one transaction; undone if it throws. */
  public <T> T inTransaction(Work<T> work) {
    try {
      return committed(work);
    } catch (SQLException e) {
      throw fault.apply(e);
    }
  }

  private <T> T committed(Work<T> work) throws SQLException {
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

  /** A time as a statement takes it. */
  public static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
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

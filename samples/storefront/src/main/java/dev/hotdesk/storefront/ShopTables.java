package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Bilingual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's database, made anew at each start so that its times are about now. */
final class ShopTables implements AutoCloseable {

  static final String USER = "shop";

  private final JdbcConnectionPool pool;

  /** Kept open: while it is, other processes may read the same file. */
  private final Connection door;

  private ShopTables(JdbcConnectionPool pool, Connection door) {
    this.pool = pool;
    this.door = door;
  }

  static ShopTables open(String url) throws SQLException, IOException {
    var pool = JdbcConnectionPool.create(url, USER, "");
    var door = pool.getConnection();
    try (var statement = door.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
      statement.execute(script("/shop/schema.sql"));
      statement.execute(script("/shop/data.sql"));
    }
    return new ShopTables(pool, door);
  }

  private static String script(String path) throws IOException {
    try (var content = Objects.requireNonNull(ShopTables.class.getResourceAsStream(path))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (SQLException e) {
      System.err.println("The shop's database did not close well: " + e.getMessage());
    }
    pool.dispose();
  }

  /** Reads all rows that a query finds. */
  <T> List<T> list(String sql, Row<T> row, String... parameters) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var found = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row.read(rows));
        }
      }
      return List.copyOf(found);
    }
  }

  /** The words of a column that there is in both languages. */
  static Bilingual words(ResultSet row, String column) throws SQLException {
    return new Bilingual(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** How one row becomes a value. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}

package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Bilingual;
import dev.hotdesk.storefront.Goods.Customer;
import dev.hotdesk.storefront.Goods.Fact;
import dev.hotdesk.storefront.Goods.Line;
import dev.hotdesk.storefront.Goods.Order;
import dev.hotdesk.storefront.Goods.Parcel;
import dev.hotdesk.storefront.Goods.Product;
import dev.hotdesk.storefront.Goods.Promotion;
import dev.hotdesk.storefront.Goods.Review;
import dev.hotdesk.storefront.Goods.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's database, made anew at each start so that its times are about now. */
final class Warehouse implements AutoCloseable {

  static final String USER = "shop";

  private final JdbcConnectionPool pool;

  /** Kept open: while it is, other processes may read the same file. */
  private final Connection door;

  private Warehouse(JdbcConnectionPool pool, Connection door) {
    this.pool = pool;
    this.door = door;
  }

  static Warehouse open(String url) throws SQLException, IOException {
    var pool = JdbcConnectionPool.create(url, USER, "");
    var door = pool.getConnection();
    try (var statement = door.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
      statement.execute(script("/shop/schema.sql"));
      statement.execute(script("/shop/data.sql"));
    }
    return new Warehouse(pool, door);
  }

  private static String script(String path) throws IOException {
    try (var content = Objects.requireNonNull(Warehouse.class.getResourceAsStream(path))) {
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

  List<Product> products() throws SQLException {
    return products("WHERE p.on_sale ORDER BY p.place");
  }

  Optional<Product> product(String id) throws SQLException {
    return products("WHERE p.id = ?", id).stream().findFirst();
  }

  private List<Product> products(String condition, String... key) throws SQLException {
    return list(
        "SELECT * FROM product p " + condition,
        row -> {
          var id = row.getString("id");
          return new Product(
              id,
              words(row, "name"),
              words(row, "blurb"),
              row.getBigDecimal("price"),
              facts(id),
              units(id));
        },
        key);
  }

  private List<Fact> facts(String productId) throws SQLException {
    return list(
        "SELECT * FROM specification WHERE product_id = ? ORDER BY place",
        row -> new Fact(words(row, "label"), words(row, "value")),
        productId);
  }

  private List<Unit> units(String productId) throws SQLException {
    return list(
        "SELECT u.*, s.available FROM unit u JOIN stock s ON s.sku = u.sku"
            + " WHERE u.product_id = ? ORDER BY u.place",
        row ->
            new Unit(
                row.getString("sku"),
                words(row, "colour"),
                row.getString("size_label"),
                row.getInt("available")),
        productId);
  }

  List<Review> reviews(String productId) throws SQLException {
    return list(
        "SELECT * FROM review WHERE product_id = ? ORDER BY written DESC, id",
        row ->
            new Review(
                row.getInt("stars"),
                row.getString("words"),
                row.getObject("written", LocalDate.class)),
        productId);
  }

  List<Promotion> promotions() throws SQLException {
    return list(
        "SELECT * FROM promotion WHERE ends > CURRENT_TIMESTAMP ORDER BY starts",
        row ->
            new Promotion(
                words(row, "title"),
                words(row, "terms"),
                instant(row, "starts"),
                instant(row, "ends")));
  }

  List<Customer> customers() throws SQLException {
    return list(
        "SELECT * FROM customer ORDER BY id",
        row ->
            new Customer(
                row.getString("id"),
                new Bilingual(row.getString("name"), row.getString("name_latin")),
                row.getString("phone")));
  }

  List<Order> orders(String customerId) throws SQLException {
    return list(
        "SELECT * FROM shop_order WHERE customer_id = ? ORDER BY placed DESC",
        row -> {
          var number = row.getString("number");
          return new Order(
              number,
              row.getString("status"),
              instant(row, "placed"),
              row.getBigDecimal("total"),
              lines(number),
              parcels(number));
        },
        customerId);
  }

  private List<Line> lines(String orderNumber) throws SQLException {
    return list(
        """
        SELECT p.id, l.quantity, u.colour_en,
               p.name_zh || ' ' || u.colour_zh || ' ' || u.size_label AS name_zh,
               p.name_en || ' ' || u.colour_en || ' ' || u.size_label AS name_en
          FROM order_line l JOIN unit u ON u.sku = l.sku JOIN product p ON p.id = u.product_id
         WHERE l.order_number = ? ORDER BY l.place
        """,
        row ->
            new Line(
                row.getString("id"),
                words(row, "name"),
                row.getString("colour_en"),
                row.getInt("quantity")),
        orderNumber);
  }

  private List<Parcel> parcels(String orderNumber) throws SQLException {
    return list(
        "SELECT * FROM shipment WHERE order_number = ? ORDER BY shipped",
        row ->
            new Parcel(
                words(row, "carrier"),
                row.getString("tracking_number"),
                words(row, "place"),
                instant(row, "seen"),
                Optional.ofNullable(row.getObject("due", LocalDate.class))),
        orderNumber);
  }

  private <T> List<T> list(String sql, Row<T> row, String... parameters) throws SQLException {
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

  private static Bilingual words(ResultSet row, String column) throws SQLException {
    return new Bilingual(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** How one row becomes a value. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}

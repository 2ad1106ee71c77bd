package dev.hotdesk.erp.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.hotdesk.api.Customer;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Money;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import dev.hotdesk.api.Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The shop's tables, read over one connection; see {@link Sql}. */
record ShopDatabase(Connection connection) {

  /** Shorter than the runtime's deadline of a look-up, so that the database stops working too. */
  private static final int SECONDS = 1;

  Optional<Order> order(String number) throws SQLException {
    return orders(Sql.ORDER, Sql.LINES_OF_ORDER, number).stream().findFirst();
  }

  List<Order> orders(String customerId) throws SQLException {
    return orders(Sql.ORDERS_OF_CUSTOMER, Sql.LINES_OF_CUSTOMER, customerId);
  }

  List<Shipment> shipments(String orderNumber) throws SQLException {
    return list(
        Sql.SHIPMENTS,
        row ->
            new Shipment(
                text(row, "carrier"),
                row.getString("tracking_number"),
                instant(row, "shipped"),
                text(row, "place"),
                instant(row, "seen"),
                Optional.ofNullable(row.getObject("due", LocalDate.class))),
        orderNumber);
  }

  List<Invoice> invoices(String orderNumber) throws SQLException {
    return list(
        Sql.INVOICES,
        row ->
            new Invoice(
                row.getString("number"),
                row.getObject("issued", LocalDate.class),
                money(row, "total")),
        orderNumber);
  }

  Optional<Customer> customer(String id) throws SQLException {
    return list(Sql.CUSTOMER, row -> new Customer(row.getString("id"), row.getString("name")), id)
        .stream()
        .findFirst();
  }

  Optional<Product> product(String idOrSku) throws SQLException {
    var ids = list(Sql.PRODUCT_ID, row -> row.getString("id"), idOrSku, idOrSku);
    return ids.isEmpty()
        ? Optional.empty()
        : productsWhere(Sql.ONE_PRODUCT, ids.getFirst()).stream().findFirst();
  }

  List<Product> products() throws SQLException {
    return productsWhere(Sql.ON_SALE);
  }

  List<Stock> stock(String productId) throws SQLException {
    return list(Sql.STOCK, row -> new Stock(unit(row), row.getInt("available")), productId);
  }

  List<Review> reviews(String productId) throws SQLException {
    return list(
        Sql.REVIEWS,
        row ->
            new Review(
                row.getInt("stars"),
                row.getString("words"),
                topics(row.getString("topics")),
                row.getObject("written", LocalDate.class)),
        productId);
  }

  List<Promotion> promotions() throws SQLException {
    return list(
        Sql.PROMOTIONS,
        row ->
            new Promotion(
                text(row, "title"),
                money(row, "threshold"),
                money(row, "discount"),
                instant(row, "starts"),
                instant(row, "ends"),
                text(row, "terms")));
  }

  private List<Order> orders(String ordersSql, String linesSql, String key) throws SQLException {
    var lines =
        byOwner(
            linesSql,
            "order_number",
            row -> new Order.Line(row.getString("sku"), text(row, "name"), row.getInt("quantity")),
            key);
    return list(
        ordersSql,
        row ->
            new Order(
                row.getString("number"),
                row.getString("customer_id"),
                row.getString("phone"),
                Order.Status.valueOf(row.getString("status")),
                instant(row, "placed"),
                lines.getOrDefault(row.getString("number"), List.of()),
                money(row, "total")),
        key);
  }

  private List<Product> productsWhere(String condition, String... key) throws SQLException {
    var owner = "product_id";
    var aliases =
        byOwner(Sql.ALIASES + condition + Sql.BY_ALIAS, owner, row -> row.getString("alias"), key);
    var facts =
        byOwner(
            Sql.SPECIFICATIONS + condition + Sql.IN_PLACE,
            owner,
            row ->
                new Product.Specification(
                    row.getString("spec_key"), text(row, "label"), text(row, "value")),
            key);
    var units = byOwner(Sql.UNITS + condition + Sql.IN_PLACE, owner, ShopDatabase::unit, key);
    return list(
        Sql.PRODUCTS + condition + Sql.IN_PLACE_OF_PRODUCT,
        row -> {
          var id = row.getString("id");
          return new Product(
              id,
              text(row, "name"),
              aliases.getOrDefault(id, List.of()),
              money(row, "price"),
              facts.getOrDefault(id, List.of()),
              units.getOrDefault(id, List.of()));
        },
        key);
  }

  private <T> Map<String, List<T>> byOwner(
      String sql, String owner, Row<T> row, String... parameters) throws SQLException {
    return list(sql, it -> Map.entry(it.getString(owner), row.read(it)), parameters).stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private <T> List<T> list(String sql, Row<T> row, String... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(SECONDS);
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

  private static Product.Unit unit(ResultSet row) throws SQLException {
    return new Product.Unit(row.getString("sku"), text(row, "colour"), row.getString("size_label"));
  }

  private static Text text(ResultSet row, String column) throws SQLException {
    return new Text(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getBigDecimal(column), Currency.getInstance(row.getString("currency")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Set<String> topics(String joined) {
    return Arrays.stream(joined.split(","))
        .map(String::strip)
        .filter(topic -> !topic.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How one row becomes a value. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}

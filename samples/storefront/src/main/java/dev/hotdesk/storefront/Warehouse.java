package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Fact;
import dev.hotdesk.storefront.Goods.Product;
import dev.hotdesk.storefront.Goods.Promotion;
import dev.hotdesk.storefront.Goods.Review;
import dev.hotdesk.storefront.Goods.Unit;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the shop sells. */
final class Warehouse {

  private final ShopTables tables;

  Warehouse(ShopTables tables) {
    this.tables = tables;
  }

  List<Product> products() throws SQLException {
    return products("WHERE p.on_sale ORDER BY p.place");
  }

  Optional<Product> product(String id) throws SQLException {
    return products("WHERE p.id = ?", id).stream().findFirst();
  }

  private List<Product> products(String condition, String... key) throws SQLException {
    return tables.list(
        "SELECT * FROM product p " + condition,
        row -> {
          var id = row.getString("id");
          return new Product(
              id,
              ShopTables.words(row, "name"),
              ShopTables.words(row, "blurb"),
              row.getBigDecimal("price"),
              facts(id),
              units(id));
        },
        key);
  }

  private List<Fact> facts(String productId) throws SQLException {
    return tables.list(
        "SELECT * FROM specification WHERE product_id = ? ORDER BY place",
        row -> new Fact(ShopTables.words(row, "label"), ShopTables.words(row, "value")),
        productId);
  }

  private List<Unit> units(String productId) throws SQLException {
    return tables.list(
        "SELECT u.*, s.available FROM unit u JOIN stock s ON s.sku = u.sku"
            + " WHERE u.product_id = ? ORDER BY u.place",
        row ->
            new Unit(
                row.getString("sku"),
                ShopTables.words(row, "colour"),
                row.getString("size_label"),
                row.getInt("available")),
        productId);
  }

  List<Review> reviews(String productId) throws SQLException {
    return tables.list(
        "SELECT * FROM review WHERE product_id = ? ORDER BY written DESC, id",
        row ->
            new Review(
                row.getInt("stars"),
                row.getString("words"),
                row.getObject("written", LocalDate.class)),
        productId);
  }

  List<Promotion> promotions() throws SQLException {
    return tables.list(
        "SELECT * FROM promotion WHERE ends > CURRENT_TIMESTAMP ORDER BY starts",
        row ->
            new Promotion(
                ShopTables.words(row, "title"),
                ShopTables.words(row, "terms"),
                ShopTables.instant(row, "starts"),
                ShopTables.instant(row, "ends")));
  }
}

package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Bilingual;
import dev.hotdesk.storefront.Goods.Customer;
import dev.hotdesk.storefront.Goods.Line;
import dev.hotdesk.storefront.Goods.Order;
import dev.hotdesk.storefront.Goods.Parcel;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who buys in the shop, and what they ordered. */
final class OrderBook {

  private final ShopTables tables;

  OrderBook(ShopTables tables) {
    this.tables = tables;
  }

  List<Customer> customers() throws SQLException {
    return tables.list(
        "SELECT * FROM customer ORDER BY id",
        row ->
            new Customer(
                row.getString("id"),
                new Bilingual(row.getString("name"), row.getString("name_latin")),
                row.getString("phone")));
  }

  List<Order> of(String customerId) throws SQLException {
    return tables.list(
        "SELECT * FROM shop_order WHERE customer_id = ? ORDER BY placed DESC",
        row -> {
          var number = row.getString("number");
          return new Order(
              number,
              row.getString("status"),
              ShopTables.instant(row, "placed"),
              row.getBigDecimal("total"),
              lines(number),
              parcels(number));
        },
        customerId);
  }

  private List<Line> lines(String orderNumber) throws SQLException {
    return tables.list(
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
                ShopTables.words(row, "name"),
                row.getString("colour_en"),
                row.getInt("quantity")),
        orderNumber);
  }

  private List<Parcel> parcels(String orderNumber) throws SQLException {
    return tables.list(
        "SELECT * FROM shipment WHERE order_number = ? ORDER BY shipped",
        row ->
            new Parcel(
                ShopTables.words(row, "carrier"),
                row.getString("tracking_number"),
                ShopTables.words(row, "place"),
                ShopTables.instant(row, "seen"),
                Optional.ofNullable(row.getObject("due", LocalDate.class))),
        orderNumber);
  }
}

package dev.hotdesk.erp.jdbc;

/**
 * All questions to the shop's database, in SQL that H2 and PostgreSQL both understand. For another
 * schema, this is the class to change.
 */
final class Sql {

  private static final String ORDER_COLUMNS =
      "SELECT number, customer_id, phone, status, placed, total, currency FROM shop_order ";
  private static final String LATEST = "ORDER BY placed DESC, number FETCH FIRST 20 ROWS ONLY";
  private static final String LINE_COLUMNS =
      """
      SELECT l.order_number, l.sku, l.quantity,
             p.name_zh || ' ' || u.colour_zh || ' ' || u.size_label AS name_zh,
             p.name_en || ' ' || u.colour_en || ' ' || u.size_label AS name_en
        FROM order_line l JOIN unit u ON u.sku = l.sku JOIN product p ON p.id = u.product_id
      """;

  static final String ORDER = ORDER_COLUMNS + "WHERE number = ?";
  static final String LINES_OF_ORDER = LINE_COLUMNS + "WHERE l.order_number = ? ORDER BY l.place";
  static final String ORDERS_OF_CUSTOMER = ORDER_COLUMNS + "WHERE customer_id = ? " + LATEST;
  static final String LINES_OF_CUSTOMER =
      LINE_COLUMNS
          + "WHERE l.order_number IN (SELECT number FROM shop_order WHERE customer_id = ? "
          + LATEST
          + ") ORDER BY l.order_number, l.place";

  static final String SHIPMENTS =
      """
      SELECT carrier_zh, carrier_en, tracking_number, shipped, place_zh, place_en, seen, due
        FROM shipment WHERE order_number = ? ORDER BY shipped, tracking_number
      """;
  static final String INVOICES =
      "SELECT number, issued, total, currency FROM invoice WHERE order_number = ? ORDER BY issued";
  static final String CUSTOMER = "SELECT id, name FROM customer WHERE id = ?";

  static final String PRODUCT_ID =
      """
      SELECT id FROM product WHERE id = ?
      UNION SELECT product_id FROM unit WHERE sku = ?
      """;
  static final String ONE_PRODUCT = " WHERE p.id = ?";
  static final String ON_SALE = " WHERE p.on_sale";
  static final String IN_PLACE = " ORDER BY p.place, it.place";
  static final String BY_ALIAS = " ORDER BY p.place, it.alias";
  static final String IN_PLACE_OF_PRODUCT = " ORDER BY p.place";
  static final String PRODUCTS =
      "SELECT p.id, p.name_zh, p.name_en, p.price, p.currency FROM product p";
  static final String ALIASES =
      "SELECT it.product_id, it.alias FROM product_alias it JOIN product p ON p.id = it.product_id";
  static final String SPECIFICATIONS =
      """
      SELECT it.product_id, it.spec_key, it.label_zh, it.label_en, it.value_zh, it.value_en
        FROM specification it JOIN product p ON p.id = it.product_id\
      """;
  static final String UNITS =
      """
      SELECT it.product_id, it.sku, it.colour_zh, it.colour_en, it.size_label
        FROM unit it JOIN product p ON p.id = it.product_id\
      """;
  static final String STOCK =
      """
      SELECT u.sku, u.colour_zh, u.colour_en, u.size_label, COALESCE(s.available, 0) AS available
        FROM unit u LEFT JOIN stock s ON s.sku = u.sku
       WHERE u.product_id = ? ORDER BY u.place
      """;
  static final String REVIEWS =
      """
      SELECT stars, words, topics, written FROM review
       WHERE product_id = ? ORDER BY written DESC, id FETCH FIRST 100 ROWS ONLY
      """;
  static final String PROMOTIONS =
      """
      SELECT title_zh, title_en, threshold, discount, currency, starts, ends, terms_zh, terms_en
        FROM promotion WHERE ends > CURRENT_TIMESTAMP ORDER BY starts, id
      """;

  private Sql() {}
}

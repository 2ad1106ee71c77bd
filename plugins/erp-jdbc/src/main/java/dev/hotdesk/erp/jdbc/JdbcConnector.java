package dev.hotdesk.erp.jdbc;

import dev.hotdesk.api.Customer;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpContext;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Looks things up in the shop's database, over one connection a question. */
@Extension
public final class JdbcConnector implements ErpConnector {

  @Override
  public Optional<Order> order(String number, ErpContext context) {
    return ask(context, shop -> shop.order(number));
  }

  @Override
  public List<Order> orders(String customerId, ErpContext context) {
    return ask(context, shop -> shop.orders(customerId));
  }

  @Override
  public List<Shipment> shipments(String orderNumber, ErpContext context) {
    return ask(context, shop -> shop.shipments(orderNumber));
  }

  @Override
  public List<Invoice> invoices(String orderNumber, ErpContext context) {
    return ask(context, shop -> shop.invoices(orderNumber));
  }

  @Override
  public Optional<Customer> customer(String id, ErpContext context) {
    return ask(context, shop -> shop.customer(id));
  }

  @Override
  public Optional<Product> product(String id, ErpContext context) {
    return ask(context, shop -> shop.product(id));
  }

  @Override
  public List<Product> products(ErpContext context) {
    return ask(context, ShopDatabase::products);
  }

  @Override
  public List<Stock> stock(String productId, ErpContext context) {
    return ask(context, shop -> shop.stock(productId));
  }

  @Override
  public List<Review> reviews(String productId, ErpContext context) {
    return ask(context, shop -> shop.reviews(productId));
  }

  @Override
  public List<Promotion> promotions(ErpContext context) {
    return ask(context, ShopDatabase::promotions);
  }

  private static <T> T ask(ErpContext context, Question<T> question) {
    try (var connection = context.dataSource().getConnection()) {
      return question.of(new ShopDatabase(connection));
    } catch (SQLException e) {
      throw new ErpUnavailableException(
          "The shop's database failed: " + e.getMessage() + " (" + e.getSQLState() + ")", e);
    }
  }

  /** A look-up. */
  private interface Question<T> {
    T of(ShopDatabase shop) throws SQLException;
  }
}

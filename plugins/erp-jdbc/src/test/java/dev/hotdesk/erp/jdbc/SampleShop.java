package dev.hotdesk.erp.jdbc;

import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpContext;
import dev.hotdesk.testkit.ErpContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The contract, kept with the sample shop's tables in some database. */
abstract class SampleShop extends ErpContract {

  /** Makes the tables and fills them. */
  static void fill(DataSource database) throws SQLException, IOException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (var script : new String[] {"/shop/schema.sql", "/shop/data.sql"}) {
        try (var content = SampleShop.class.getResourceAsStream(script)) {
          statement.execute(
              new String(
                  java.util.Objects.requireNonNull(content).readAllBytes(),
                  StandardCharsets.UTF_8));
        }
      }
    }
  }

  abstract DataSource database();

  @Override
  protected ErpConnector connector() {
    return new JdbcConnector();
  }

  @Override
  protected ErpContext context() {
    return lending(this::database);
  }

  @Override
  protected String sentOrder() {
    return "20261123-88";
  }

  @Override
  protected String reviewedProduct() {
    return "SW-1001";
  }
}

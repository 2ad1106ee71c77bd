package dev.hotdesk.erp.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Customer;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Money;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcConnectorTest extends SampleShop {

  private static final JdbcConnectionPool DATABASE =
      JdbcConnectionPool.create("jdbc:h2:mem:erp;DB_CLOSE_DELAY=-1", "sa", "");

  @BeforeAll
  static void fill() throws SQLException, IOException {
    fill(DATABASE);
  }

  @AfterAll
  static void close() {
    DATABASE.dispose();
  }

  @Override
  DataSource database() {
    return DATABASE;
  }

  @Test
  void reads_an_order_with_its_lines_in_both_languages() {
    var order = connector().order("20261123-88", context()).orElseThrow();

    assertThat(order.status()).isEqualTo(Order.Status.SHIPPED);
    assertThat(order.total()).isEqualTo(Money.of("758.00", "CNY"));
    assertThat(order.lines())
        .containsExactly(
            new Order.Line(
                "SW-1001-BL-M", new Text("美丽诺羊毛圆领毛衣 蓝色 M", "Merino crew-neck sweater Blue M"), 1),
            new Order.Line(
                "SC-6001-GY", new Text("羊绒围巾 灰色 One size", "Cashmere scarf Grey One size"), 1));
    assertThat(connector().customer(order.customerId(), context()))
        .contains(new Customer("C-1001", "小林"));
  }

  @Test
  void knows_the_running_and_the_announced_promotion_but_not_the_past_one() {
    var promotions = connector().promotions(context());

    assertThat(promotions.stream().map(it -> it.title().zh()))
        .containsExactly("暖冬满300减50", "双十二满500减120");
    assertThat(promotions.stream().map(it -> it.runsAt(Instant.now())))
        .containsExactly(true, false);
  }

  @Test
  void leaves_no_connection_behind() {
    connector().products(context());
    connector().orders("C-1001", context());
    assertThat(DATABASE.getActiveConnections()).isZero();
  }

  @Test
  void says_that_the_shop_is_unavailable_when_its_database_is_not_there() {
    var nowhere = JdbcConnectionPool.create("jdbc:h2:mem:nowhere;IFEXISTS=TRUE", "sa", "");

    assertThatThrownBy(() -> connector().products(lending(() -> nowhere)))
        .isInstanceOf(ErpUnavailableException.class)
        .hasMessageContaining("shop's database");
  }
}

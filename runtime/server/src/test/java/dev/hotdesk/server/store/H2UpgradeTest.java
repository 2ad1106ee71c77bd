package dev.hotdesk.server.store;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2UpgradeTest extends UpgradeContract {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  DataSource database() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:upgrade"
            + COUNT.incrementAndGet()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    return database;
  }
}

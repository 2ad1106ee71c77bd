package dev.hotdesk.server.retention;

import dev.hotdesk.server.store.Schema;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class H2RetentionTest extends RetentionContract {

  private static JdbcDataSource database;

  @BeforeAll
  static void open() {
    database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:retention;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    Schema.migrate(database);
  }

  @Override
  DataSource database() {
    return database;
  }
}

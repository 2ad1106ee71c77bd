package dev.hotdesk.server.cluster;

import dev.hotdesk.server.store.Schema;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class H2MembershipTest extends MembershipContract {

  private static DataSource database;

  @BeforeAll
  static void open() {
    database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:membership;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                + ";DEFAULT_NULL_ORDERING=HIGH",
            "hotdesk",
            "");
    Schema.migrate(database);
  }

  @Override
  DataSource database() {
    return database;
  }
}

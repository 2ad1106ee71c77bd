package dev.hotdesk.server;

import dev.hotdesk.server.store.Schema;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases in memory, with all of Hotdesk's tables. */
public final class TestDatabases {

  private TestDatabases() {}

  /** An H2 without rows, as the product sets it up. */
  public static DataSource h2() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    Schema.migrate(database);
    return database;
  }
}

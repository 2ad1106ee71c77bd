package dev.hotdesk.server.cluster;

import dev.hotdesk.server.store.Schema;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The embedded database, in memory, with Hotdesk's tables. */
final class H2 {

  private H2() {}

  static DataSource withTables(String name) {
    var database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:"
                + name
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                + ";DEFAULT_NULL_ORDERING=HIGH",
            "hotdesk",
            "");
    Schema.migrate(database);
    return database;
  }
}

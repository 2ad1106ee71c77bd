package dev.hotdesk.server.trust;

import dev.hotdesk.server.store.Schema;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Trust in the database that Hotdesk brings along. */
class H2TrustTableTest extends TrustTableContract {

  @Override
  DataSource database() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:trust"
            + System.nanoTime()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    Schema.migrate(database);
    return database;
  }
}

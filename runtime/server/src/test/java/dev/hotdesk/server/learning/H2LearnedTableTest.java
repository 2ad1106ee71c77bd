package dev.hotdesk.server.learning;

import dev.hotdesk.server.store.Schema;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What is taught, in the database that Hotdesk brings along. */
class H2LearnedTableTest extends LearnedTableContract {

  private final JdbcDataSource database = new JdbcDataSource();

  H2LearnedTableTest() {
    database.setURL(
        "jdbc:h2:mem:learning"
            + System.nanoTime()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    Schema.migrate(database);
  }

  @Override
  DataSource database() {
    return database;
  }
}

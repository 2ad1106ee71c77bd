package dev.hotdesk.server.hours;

import dev.hotdesk.server.store.Schema;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Opening hours in the database that Hotdesk brings along. */
class H2HoursTableTest extends HoursTableContract {

  private final JdbcDataSource database = new JdbcDataSource();

  H2HoursTableTest() {
    database.setURL(
        "jdbc:h2:mem:hours"
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

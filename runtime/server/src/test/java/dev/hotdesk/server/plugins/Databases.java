package dev.hotdesk.server.plugins;

import dev.hotdesk.server.sql.Sql;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases with the tables of this package. */
final class Databases {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** An empty H2, as the product sets it up. */
  static DataSource h2() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:plugins"
            + COUNT.incrementAndGet()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    new Sql(database, PluginDataException::new)
        .update("runscript from 'classpath:db/migration/V4__plugin_data.sql'");
    return database;
  }
}

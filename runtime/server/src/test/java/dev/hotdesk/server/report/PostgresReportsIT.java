package dev.hotdesk.server.report;

import dev.hotdesk.server.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL. */
class PostgresReportsIT extends ReportsContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  DataSource database() {
    return POSTGRES.database();
  }
}

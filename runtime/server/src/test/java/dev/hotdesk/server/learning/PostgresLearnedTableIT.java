package dev.hotdesk.server.learning;

import dev.hotdesk.server.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is taught, in PostgreSQL. */
class PostgresLearnedTableIT extends LearnedTableContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  DataSource database() {
    return POSTGRES.database();
  }
}

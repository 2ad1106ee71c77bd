package dev.hotdesk.server.retention;

import dev.hotdesk.server.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRetentionIT extends RetentionContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  DataSource database() {
    return POSTGRES.database();
  }
}

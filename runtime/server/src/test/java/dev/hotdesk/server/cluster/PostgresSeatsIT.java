package dev.hotdesk.server.cluster;

import dev.hotdesk.server.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSeatsIT extends SeatsContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  DataSource database() {
    return POSTGRES.database();
  }
}

package dev.hotdesk.server.cluster;

import dev.hotdesk.server.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNoticesIT extends NoticesContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  DataSource database() {
    return POSTGRES.database();
  }
}

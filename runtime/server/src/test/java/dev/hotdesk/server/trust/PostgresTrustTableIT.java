package dev.hotdesk.server.trust;

import dev.hotdesk.server.Postgres;
import dev.hotdesk.server.sql.Sql;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trust in PostgreSQL. */
class PostgresTrustTableIT extends TrustTableContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  DataSource database() {
    var database = POSTGRES.database();
    new Sql(database, TrustUnavailableException::new).update("delete from plugin_trust");
    return database;
  }
}

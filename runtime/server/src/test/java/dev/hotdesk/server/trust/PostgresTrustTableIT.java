package dev.hotdesk.server.trust;

import dev.hotdesk.server.access.Sql;
import dev.hotdesk.server.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Trust in PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class PostgresTrustTableIT extends TrustTableContract {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    Schema.migrate(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Override
  DataSource database() {
    var database = postgres.getPostgresDatabase();
    new Sql(database).update("delete from plugin_trust");
    return database;
  }
}

package dev.hotdesk.erp.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The sample shop in PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class PostgresConnectorIT extends SampleShop {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws SQLException, IOException {
    postgres = EmbeddedPostgres.start();
    fill(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Override
  DataSource database() {
    return postgres.getPostgresDatabase();
  }
}

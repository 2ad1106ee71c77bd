package dev.hotdesk.server.access;

import dev.hotdesk.server.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Staff in PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class PostgresStaffTablesIT extends StaffTablesContract {

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
  Staff staff() {
    var database = postgres.getPostgresDatabase();
    var sql = new Sql(database);
    sql.update("delete from account");
    sql.update("delete from audit");
    return new Staff(database);
  }
}

package dev.hotdesk.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class PostgresJournalIT extends JpaJournalContract {

  private static EmbeddedPostgres postgres;
  private static Opened opened;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    opened = Opened.on(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void close() throws IOException {
    opened.close();
    postgres.close();
  }

  @Override
  Opened opened() {
    return opened;
  }
}

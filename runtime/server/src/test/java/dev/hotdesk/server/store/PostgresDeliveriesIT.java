package dev.hotdesk.server.store;

import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.testkit.DeliveriesContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class PostgresDeliveriesIT extends DeliveriesContract {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    Schema.migrate(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
  }

  @Override
  protected Deliveries deliveries() {
    return new SqlDeliveries(postgres.getPostgresDatabase());
  }

  @Override
  protected Clockwork clockwork() {
    return new SqlClockwork(postgres.getPostgresDatabase());
  }
}

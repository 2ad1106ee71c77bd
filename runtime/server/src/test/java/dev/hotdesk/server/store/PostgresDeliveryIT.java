package dev.hotdesk.server.store;

import dev.hotdesk.delivery.Marks;
import dev.hotdesk.server.Postgres;
import dev.hotdesk.testkit.MarksContract;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL. */
class PostgresDeliveryIT {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Nested
  class Receipts extends MarksContract {
    @Override
    protected Marks marks() {
      return new SqlMarks(POSTGRES.database(), Clock.systemUTC());
    }
  }
}

package dev.hotdesk.server.store;

import dev.hotdesk.delivery.Marks;
import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.server.Postgres;
import dev.hotdesk.testkit.MarksContract;
import dev.hotdesk.testkit.OutboxContract;
import java.time.Clock;
import java.time.Instant;
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

  @Nested
  class Sending extends OutboxContract {
    @Override
    protected Outbox outbox() {
      return new SqlOutbox(POSTGRES.database());
    }

    @Override
    protected void queue(String conversation, long sequence, Instant now) {
      Queued.message(POSTGRES.database(), conversation, sequence, now);
    }
  }
}

package dev.hotdesk.server.store;

import dev.hotdesk.delivery.Marks;
import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.testkit.MarksContract;
import dev.hotdesk.testkit.OutboxContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** In the database that Hotdesk brings along. */
@SuppressWarnings("NullAway.Init")
class H2DeliveryTest {

  @TempDir static Path folder;

  private static JdbcConnectionPool database;

  @BeforeAll
  static void open() {
    database = H2DeliveriesTest.on(folder);
  }

  @AfterAll
  static void close() {
    database.dispose();
  }

  @Nested
  class Receipts extends MarksContract {
    @Override
    protected Marks marks() {
      return new SqlMarks(database, Clock.systemUTC());
    }
  }

  @Nested
  class Sending extends OutboxContract {
    @Override
    protected Outbox outbox() {
      return new SqlOutbox(database);
    }

    @Override
    protected void queue(String conversation, long sequence, Instant now) {
      Queued.message(database, conversation, sequence, now);
    }
  }
}

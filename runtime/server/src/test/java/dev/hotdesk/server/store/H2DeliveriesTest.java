package dev.hotdesk.server.store;

import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.testkit.DeliveriesContract;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class H2DeliveriesTest extends DeliveriesContract {

  @TempDir static Path folder;

  private static JdbcConnectionPool database;

  @BeforeAll
  static void open() {
    database = on(folder);
  }

  @AfterAll
  static void close() {
    database.dispose();
  }

  static JdbcConnectionPool on(Path folder) {
    var pool =
        JdbcConnectionPool.create(
            "jdbc:h2:file:"
                + folder.resolve("hotdesk")
                + ";WRITE_DELAY=0;RETENTION_TIME=10000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "hotdesk",
            "");
    Schema.migrate(pool);
    return pool;
  }

  @Override
  protected Deliveries deliveries() {
    return new SqlDeliveries(database);
  }

  @Override
  protected Clockwork clockwork() {
    return new SqlClockwork(database);
  }
}

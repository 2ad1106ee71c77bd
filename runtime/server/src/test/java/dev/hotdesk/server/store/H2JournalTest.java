package dev.hotdesk.server.store;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class H2JournalTest extends JpaJournalContract {

  @TempDir static Path folder;

  private static Opened opened;

  @BeforeAll
  static void open() {
    opened =
        Opened.on(
            JdbcConnectionPool.create(
                "jdbc:h2:file:"
                    + folder.resolve("hotdesk")
                    + ";WRITE_DELAY=0;RETENTION_TIME=10000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "hotdesk",
                ""));
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  @Override
  Opened opened() {
    return opened;
  }
}

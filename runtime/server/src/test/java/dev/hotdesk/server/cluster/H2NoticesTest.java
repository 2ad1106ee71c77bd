package dev.hotdesk.server.cluster;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class H2NoticesTest extends NoticesContract {

  private static DataSource database;

  @BeforeAll
  static void open() {
    database = H2.withTables("notices");
  }

  @Override
  DataSource database() {
    return database;
  }
}

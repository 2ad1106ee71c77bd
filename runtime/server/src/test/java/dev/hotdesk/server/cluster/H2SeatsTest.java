package dev.hotdesk.server.cluster;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class H2SeatsTest extends SeatsContract {

  private static DataSource database;

  @BeforeAll
  static void open() {
    database = H2.withTables("seats");
  }

  @Override
  DataSource database() {
    return database;
  }
}

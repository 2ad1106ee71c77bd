package dev.hotdesk.server.cluster;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class H2NodesTest extends NodesContract {

  private static DataSource database;

  @BeforeAll
  static void open() {
    database = H2.withTables("nodes");
  }

  @Override
  DataSource database() {
    return database;
  }
}

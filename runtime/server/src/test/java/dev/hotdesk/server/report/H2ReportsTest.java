package dev.hotdesk.server.report;

import dev.hotdesk.server.TestDatabases;
import javax.sql.DataSource;

/** In the database that Hotdesk brings along. */
class H2ReportsTest extends ReportsContract {

  private static final DataSource DATABASE = TestDatabases.h2();

  @Override
  DataSource database() {
    return DATABASE;
  }
}

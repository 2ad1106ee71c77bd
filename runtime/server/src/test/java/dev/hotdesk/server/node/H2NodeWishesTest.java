package dev.hotdesk.server.node;

import dev.hotdesk.server.TestDatabases;
import javax.sql.DataSource;

/** In the database that Hotdesk brings along. */
class H2NodeWishesTest extends NodeWishesContract {

  private static final DataSource DATABASE = TestDatabases.h2();

  @Override
  DataSource database() {
    return DATABASE;
  }
}

package dev.hotdesk.server.assignment;

import javax.sql.DataSource;

class H2StaffingTablesTest extends StaffingTablesContract {

  private final DataSource database = Staffed.h2();

  @Override
  protected DataSource database() {
    return database;
  }
}

package dev.hotdesk.server.access;

/** Staff in the database that Hotdesk brings along. */
class H2StaffTablesTest extends StaffTablesContract {

  @Override
  Staff staff() {
    return Staff.onH2();
  }
}

package dev.hotdesk.server.access;

import dev.hotdesk.server.Postgres;
import dev.hotdesk.server.sql.Sql;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff in PostgreSQL. */
class PostgresStaffTablesIT extends StaffTablesContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  Staff staff() {
    var database = POSTGRES.database();
    var sql = new Sql(database, StaffStoreException::new);
    sql.update("delete from account");
    sql.update("delete from audit");
    return new Staff(database);
  }
}

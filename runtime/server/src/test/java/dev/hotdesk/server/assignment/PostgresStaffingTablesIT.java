package dev.hotdesk.server.assignment;

import dev.hotdesk.server.Postgres;
import dev.hotdesk.server.sql.Sql;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups, skills and rules in PostgreSQL. */
class PostgresStaffingTablesIT extends StaffingTablesContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @BeforeEach
  void clear() {
    var sql = new Sql(database(), StaffingUnavailableException::new);
    List.of("routing_rule", "staff_group_member", "staff_group", "account")
        .forEach(table -> sql.update("delete from " + table));
    Staffed.accounts(sql, "amy", "ben", "sue");
  }

  @Override
  protected DataSource database() {
    return POSTGRES.database();
  }
}

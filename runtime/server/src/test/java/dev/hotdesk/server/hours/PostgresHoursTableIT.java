package dev.hotdesk.server.hours;

import dev.hotdesk.server.Postgres;
import dev.hotdesk.server.sql.Sql;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Opening hours in PostgreSQL. */
class PostgresHoursTableIT extends HoursTableContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @BeforeEach
  void clear() {
    new Sql(database(), HoursUnavailableException::new).update("delete from opening_hours");
  }

  @Override
  DataSource database() {
    return POSTGRES.database();
  }
}

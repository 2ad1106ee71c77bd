package dev.hotdesk.server.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the database to what this version of Hotdesk wants. */
public final class Schema {

  private Schema() {}

  /** Applies the migrations that are missing; returns how many those were. */
  public static int migrate(DataSource database) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}

package dev.hotdesk.server.store;

import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the database to what this version of Hotdesk wants. */
public final class Schema {

  private Schema() {}

  /** Applies the migrations that are missing; returns how many those were. */
  public static int migrate(DataSource database) {
    return migrate(database, "latest");
  }

  /** Likewise, up to a version: for tests with tables of former times. */
  static int migrate(DataSource database, String version) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration", "classpath:db/" + kind(database))
        .target(version)
        .callbacks(new Unhurried())
        .load()
        .migrate()
        .migrationsExecuted;
  }

  static boolean isEmbedded(DataSource database) {
    return kind(database).equals("h2");
  }

  /** Some tables are made in each database's own words. */
  private static String kind(DataSource database) {
    try (var connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    } catch (SQLException e) {
      throw new IllegalStateException("Hotdesk's database cannot be reached: " + e.getMessage(), e);
    }
  }
}

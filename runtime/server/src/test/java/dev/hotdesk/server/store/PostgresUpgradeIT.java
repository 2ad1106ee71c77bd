package dev.hotdesk.server.store;

import dev.hotdesk.server.sql.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class PostgresUpgradeIT extends UpgradeContract {

  private static EmbeddedPostgres postgres;
  private static int count;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
  }

  @Override
  DataSource database() {
    var name = "upgrade" + ++count;
    try (var connection = postgres.getPostgresDatabase().getConnection()) {
      Sql.update(connection, "create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return postgres.getDatabase("postgres", name);
  }
}

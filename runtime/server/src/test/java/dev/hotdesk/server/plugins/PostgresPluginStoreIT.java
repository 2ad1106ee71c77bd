package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.PluginStore;
import dev.hotdesk.server.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class PostgresPluginStoreIT extends PluginStoreContract {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    Schema.migrate(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Override
  PluginStore store() {
    return new SqlPluginStore(empty(), Clock.systemUTC());
  }

  @Test
  void has_an_end() {
    checkRoom(new SqlPluginStore(empty(), Clock.systemUTC(), 3));
  }

  @Test
  void settings_have_revisions() {
    StoredSettingsTest.checkRevisions(empty());
  }

  private static DataSource empty() {
    var database = postgres.getPostgresDatabase();
    new Tables(database).update("delete from plugin_storage");
    new Tables(database).update("delete from plugin_config");
    return database;
  }
}

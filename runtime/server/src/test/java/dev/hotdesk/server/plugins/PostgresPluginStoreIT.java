package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.PluginStore;
import dev.hotdesk.server.Postgres;
import dev.hotdesk.server.sql.Sql;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL. */
class PostgresPluginStoreIT extends PluginStoreContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

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
    var database = POSTGRES.database();
    new Sql(database, PluginDataException::new).update("delete from plugin_storage");
    new Sql(database, PluginDataException::new).update("delete from plugin_config");
    return database;
  }
}

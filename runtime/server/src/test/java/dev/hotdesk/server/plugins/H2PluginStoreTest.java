package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.PluginStore;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** In the database that Hotdesk brings along. */
class H2PluginStoreTest extends PluginStoreContract {

  @Override
  PluginStore store() {
    return new SqlPluginStore(Databases.h2(), Clock.systemUTC());
  }

  @Test
  void has_an_end() {
    checkRoom(new SqlPluginStore(Databases.h2(), Clock.systemUTC(), 3));
  }
}

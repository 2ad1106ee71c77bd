package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.MemoryPluginStore;
import dev.hotdesk.capability.PluginStore;

class MemoryPluginStoreTest extends PluginStoreContract {

  @Override
  PluginStore store() {
    return new MemoryPluginStore();
  }
}

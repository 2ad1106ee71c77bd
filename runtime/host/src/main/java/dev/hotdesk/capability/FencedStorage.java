package dev.hotdesk.capability;

import dev.hotdesk.api.Storage;
import java.util.List;
import java.util.Optional;

/** A plugin's own shelf of the store, while its generation lives. */
final class FencedStorage implements Storage {

  private final Fence fence;
  private final PluginStore store;

  FencedStorage(Fence fence, PluginStore store) {
    this.fence = fence;
    this.store = store;
  }

  @Override
  public Optional<String> get(String key) {
    checkKey(key);
    return store.get(fence.plugin(), key);
  }

  @Override
  public void put(String key, String value) {
    checkKey(key);
    checkValue(key, value);
    store.put(fence.plugin(), key, value);
  }

  @Override
  public boolean replace(String key, Optional<String> expected, String value) {
    checkKey(key);
    checkValue(key, value);
    return store.replace(fence.plugin(), key, expected, value);
  }

  @Override
  public void remove(String key) {
    checkKey(key);
    store.remove(fence.plugin(), key);
  }

  @Override
  public List<String> keys(String prefix) {
    fence.check();
    Limits.checkKey("The prefix", prefix, 0);
    return store.keys(fence.plugin(), prefix);
  }

  private void checkKey(String key) {
    fence.check();
    Limits.checkKey("The key", key, 1);
  }

  private static void checkValue(String key, String value) {
    Limits.checkText("The value of " + Limits.quoted(key), value, Limits.VALUE);
  }
}

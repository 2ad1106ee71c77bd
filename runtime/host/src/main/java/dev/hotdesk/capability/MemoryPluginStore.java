package dev.hotdesk.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps what plugins store until the program ends: for tests. */
public final class MemoryPluginStore implements PluginStore {

  private final Map<String, Map<String, String>> plugins = new ConcurrentHashMap<>();

  /** Nothing yet. */
  public MemoryPluginStore() {}

  @Override
  public Optional<String> get(String plugin, String key) {
    return Optional.ofNullable(of(plugin).get(key));
  }

  @Override
  public void put(String plugin, String key, String value) {
    of(plugin)
        .compute(
            key,
            (_, old) -> {
              if (old == null) {
                checkRoom(plugin);
              }
              return value;
            });
  }

  @Override
  public boolean replace(String plugin, String key, Optional<String> expected, String value) {
    var isSet = new AtomicBoolean();
    of(plugin)
        .compute(
            key,
            (_, old) -> {
              if (!Optional.ofNullable(old).equals(expected)) {
                return old;
              }
              if (old == null) {
                checkRoom(plugin);
              }
              isSet.set(true);
              return value;
            });
    return isSet.get();
  }

  @Override
  public void remove(String plugin, String key) {
    of(plugin).remove(key);
  }

  @Override
  public List<String> keys(String plugin, String prefix) {
    var found = new ArrayList<String>();
    for (var key : of(plugin).keySet()) {
      if (key.startsWith(prefix)) {
        found.add(key);
      }
    }
    found.sort(MemoryPluginStore::byCodePoints);
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST_TOLD)));
  }

  private static int byCodePoints(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  private Map<String, String> of(String plugin) {
    return plugins.computeIfAbsent(plugin, _ -> new ConcurrentHashMap<>());
  }

  private void checkRoom(String plugin) {
    if (of(plugin).size() >= MOST_KEYS) {
      throw PluginStore.full(plugin);
    }
  }
}

package dev.hotdesk.routing;

import dev.hotdesk.api.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads what is stored; what is written goes no further than this object. Any thread. */
final class ShadowStorage implements Storage {

  private final Supplier<Storage> real;
  private final Map<String, Optional<String>> written = new HashMap<>();

  ShadowStorage(Supplier<Storage> real) {
    this.real = real;
  }

  @Override
  public synchronized Optional<String> get(String key) {
    var mine = written.get(key);
    return mine == null ? real.get().get(key) : mine;
  }

  @Override
  public synchronized void put(String key, String value) {
    written.put(key, Optional.of(value));
  }

  @Override
  public synchronized boolean replace(String key, Optional<String> expected, String value) {
    boolean isAsExpected = get(key).equals(expected);
    if (isAsExpected) {
      put(key, value);
    }
    return isAsExpected;
  }

  @Override
  public synchronized void remove(String key) {
    written.put(key, Optional.empty());
  }

  @Override
  public synchronized List<String> keys(String prefix) {
    var keys = new TreeSet<>(real.get().keys(prefix));
    written.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            keys.remove(key);
          } else if (key.startsWith(prefix)) {
            keys.add(key);
          }
        });
    return List.copyOf(keys);
  }
}

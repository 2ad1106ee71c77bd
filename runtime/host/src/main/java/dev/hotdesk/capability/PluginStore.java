package dev.hotdesk.capability;

import java.util.List;
import java.util.Optional;

/**
 * Where what plugins keep is stored: a table of texts by plugin and key.
 *
 * <p>Keys and values are within the limits of {@link dev.hotdesk.api.Storage}, but for the number
 * of keys, which the store counts. Durable when a method returns. Called by plugins' threads, many
 * at once.
 */
public interface PluginStore {

  /** How many keys a plugin may have. */
  int MOST_KEYS = 100_000;

  /** How many keys are told at once. */
  int MOST_TOLD = 1_000;

  /** The value of a key. */
  Optional<String> get(String plugin, String key);

  /**
   * Sets a value.
   *
   * @throws IllegalArgumentException if the plugin has too many keys
   */
  void put(String plugin, String key, String value);

  /**
   * Sets a value if it still is as expected.
   *
   * @param expected empty if there should be none
   * @return whether it was so and is set now
   * @throws IllegalArgumentException if the plugin has too many keys
   */
  boolean replace(String plugin, String key, Optional<String> expected, String value);

  /** Forgets a value, if there is one. */
  void remove(String plugin, String key);

  /**
   * The keys that begin like this, in the order of their code points, the first {@link #MOST_TOLD}.
   */
  List<String> keys(String plugin, String prefix);

  /** What a store says when there are too many keys. */
  static IllegalArgumentException full(String plugin) {
    return new IllegalArgumentException(
        "Plugin %s keeps %,d keys; wanted no more: remove some before adding others"
            .formatted(plugin, MOST_KEYS));
  }
}

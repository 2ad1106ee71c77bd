package dev.hotdesk.api;

import java.util.List;
import java.util.Optional;

/**
 * A plugin's own table of texts by key, in the server's database. No other plugin sees it; what a
 * version of the plugin writes, the next one reads.
 *
 * <p>Implemented by the runtime and the testkit only. Durable when a method returns; safe for use
 * by many threads and servers at once. Limits: keys of 1 to 200 characters, values of at most 64
 * KiB, 100,000 keys; beyond them {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * context.storage().put("visits", "17");
 * }</pre>
 */
public interface Storage {

  /** The value of a key. */
  Optional<String> get(String key);

  /** Sets a value. */
  void put(String key, String value);

  /**
   * Sets a value if nobody else has set another meanwhile.
   *
   * @param expected what the value was; empty if there was none
   * @return whether it was so and is set now
   */
  boolean replace(String key, Optional<String> expected, String value);

  /** Forgets a value, if there is one. */
  void remove(String key);

  /** The keys that begin like this, in order, at most 1,000. */
  List<String> keys(String prefix);
}

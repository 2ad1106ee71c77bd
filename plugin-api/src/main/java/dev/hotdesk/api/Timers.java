package dev.hotdesk.api;

import java.time.Instant;

/**
 * Wakes a plugin later: the {@link PluginFunction} with a {@link Trigger.OnTimer} of that name is
 * run, at least once, when the time has come. Timers outlive restarts and upgrades.
 *
 * <p>Implemented by the runtime and the testkit only. Safe for use by many threads at once.
 *
 * <pre>{@code
 * context.timers().set("remind", order, context.clock().instant().plus(1, ChronoUnit.DAYS), "{}");
 * }</pre>
 */
public interface Timers {

  /**
   * Sets a timer; one of the same name and key is replaced.
   *
   * @param name as in the trigger
   * @param key tells timers of one name apart
   * @param due when to ring; at once if that is past
   * @param json what the function will find, at most 64 KiB
   */
  void set(String name, String key, Instant due, String json);

  /** Forgets a timer, if there is one. */
  void cancel(String name, String key);
}

package dev.hotdesk.capability;

import java.time.Instant;

/**
 * Takes in what plugins want to happen elsewhere or later: their events for other plugins, and
 * their timers. Whoever runs functions implements it.
 *
 * <p>What it is given has been found good: the plugin may do it, names and sizes are within the
 * limits of {@link dev.hotdesk.api.Events} and {@link dev.hotdesk.api.Timers}. Durable when a
 * method returns. Called by plugins' threads, many at once; may block; a fault goes to the plugin.
 */
public interface FunctionDesk {

  /**
   * A plugin published an event.
   *
   * @param plugin its id
   * @param type what happened
   * @param json the particulars
   */
  void publish(String plugin, String type, String json);

  /**
   * A plugin sets a timer; one of the same plugin, name and key is replaced.
   *
   * @param plugin its id
   * @param name as in {@link dev.hotdesk.api.Trigger.OnTimer}
   * @param key tells timers of one name apart
   * @param due when to ring; at once if that is past
   * @param json what the function will find
   */
  void setTimer(String plugin, String name, String key, Instant due, String json);

  /** A plugin forgets a timer, if there is one. */
  void cancelTimer(String plugin, String name, String key);
}

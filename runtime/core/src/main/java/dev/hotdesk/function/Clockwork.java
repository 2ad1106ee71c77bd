package dev.hotdesk.function;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where plugins' timers and schedules are kept, durably, and shared by all nodes: what rings, rings
 * once for all of them.
 *
 * <p>Called by many threads at once; calls block. Each method throws {@link
 * DeliveriesUnavailableException} when the storage fails.
 */
public interface Clockwork {

  /** Sets a timer; one of the same plugin, name and key is replaced. */
  void set(Alarm alarm);

  /** Forgets a timer, if there is one. */
  void cancel(String plugin, String name, String key);

  /**
   * Turns timers that are due into deliveries, in one step.
   *
   * @param plugin whose timers
   * @param name of the timers
   * @param occasions what a timer becomes: an occasion for each function that it wakes
   * @param most how many timers at a time
   * @return how many rang
   */
  int ring(
      String plugin, String name, Instant now, int most, Function<Alarm, List<Occasion>> occasions);

  /**
   * When a schedule is to ring next, as kept.
   *
   * @param otherwise kept if it is a new one
   */
  Instant next(Schedule schedule, Instant otherwise);

  /**
   * Moves a schedule on, and keeps what it becomes, in one step: only if nobody else has moved it.
   *
   * @param due when it was to ring
   * @param next when it is to ring after that
   * @param occasion what is to be delivered; nothing if it is too late for that
   */
  void ring(Schedule schedule, Instant due, Instant next, Optional<Occasion> occasion);

  /**
   * A timer of a plugin.
   *
   * @param setting which setting of the timer: another each time that it is set
   */
  record Alarm(String plugin, String name, String key, Instant due, String json, String setting) {}

  /**
   * A schedule of a function.
   *
   * @param cron as in crontab(5)
   * @param zone where its times are meant
   */
  record Schedule(String plugin, String function, String cron, String zone) {}
}

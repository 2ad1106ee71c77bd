package dev.hotdesk.api;

import java.time.ZoneId;

/**
 * When a {@link PluginFunction} is run.
 *
 * <p>Immutable. New kinds may come; plugins only make triggers.
 *
 * <pre>{@code
 * List.of(new Trigger.OnSchedule("0 9 * * MON-FRI", ZoneId.of("Asia/Shanghai")));
 * }</pre>
 */
public sealed interface Trigger {

  /**
   * Somebody said something in a conversation; the permission {@code conversation:read}.
   *
   * @param author who
   */
  record OnMessage(Author author) implements Trigger {}

  /**
   * A session went into another state; the permission {@code conversation:read}.
   *
   * @param state {@code bot}, {@code waiting}, {@code operator}, {@code transferring} or {@code
   *     closed}
   */
  record OnSession(String state) implements Trigger {}

  /**
   * A request comes for {@code /api/plugins/<plugin id>/<path>}; the permission {@code http}.
   *
   * @param method such as {@code POST}
   * @param path beneath the plugin's prefix, without a leading slash; exactly this
   */
  record OnHttp(String method, String path) implements Trigger {}

  /**
   * A time comes.
   *
   * @param cron minute, hour, day of month, month, day of week, as in crontab(5)
   * @param zone where that time is meant
   */
  record OnSchedule(String cron, ZoneId zone) implements Trigger {}

  /**
   * Another plugin published an event.
   *
   * @param plugin its id
   * @param type the type of the event
   */
  record OnPluginEvent(String plugin, String type) implements Trigger {}

  /**
   * A timer that this plugin has set rings; the permission {@code timers}.
   *
   * @param name of the timer
   */
  record OnTimer(String name) implements Trigger {}
}

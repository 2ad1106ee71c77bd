package dev.hotdesk.api;

/**
 * Tells other plugins what happened. Whoever has a {@link PluginFunction} with a {@link
 * Trigger.OnPluginEvent} for it is run, at least once, soon after.
 *
 * <p>Implemented by the runtime and the testkit only. Safe for use by many threads at once.
 *
 * <pre>{@code
 * context.events().publish("order_cancelled", "{\"order\":\"20261123-88\"}");
 * }</pre>
 */
public interface Events {

  /**
   * Publishes an event; durable when the method returns.
   *
   * @param type what happened: 1 to 64 lower-case letters, digits and underscores
   * @param json the particulars, at most 64 KiB
   */
  void publish(String type, String json);
}

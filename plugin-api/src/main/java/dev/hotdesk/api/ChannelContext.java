package dev.hotdesk.api;

/**
 * What the runtime lends to a channel adapter for one call. Implemented by the runtime and the
 * testkit only.
 *
 * <p>Not to be kept after the call.
 *
 * <pre>{@code
 * context.write("{\"type\":\"typing\",\"on\":true}");
 * return new Delivery.Accepted();
 * }</pre>
 */
public interface ChannelContext extends PluginContext {

  /**
   * Puts one frame into the queue of the customer's connection. Does not block; frames leave in the
   * order of the calls.
   */
  void write(String frame);

  /**
   * The conversation that is served: the channel's name, a dot, and who is spoken with. Empty where
   * the frames of an open connection say it.
   */
  default String conversation() {
    return "";
  }

  /**
   * The same for each try to send the same message, and for no other one. Empty over an open
   * connection.
   */
  default String idempotencyKey() {
    return "";
  }
}

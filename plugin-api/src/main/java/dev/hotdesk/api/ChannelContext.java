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
}

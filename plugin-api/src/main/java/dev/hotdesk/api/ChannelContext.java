package dev.hotdesk.api;

/**
 * What the runtime lends to a channel adapter for one call. Implemented by the runtime and the
 * testkit only.
 */
public interface ChannelContext {

  /**
   * Puts one frame into the queue of the customer's connection. Does not block; frames leave in the
   * order of the calls.
   */
  void write(String frame);
}

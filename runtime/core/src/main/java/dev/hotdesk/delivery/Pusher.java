package dev.hotdesk.delivery;

import dev.hotdesk.api.Delivery;
import dev.hotdesk.conversation.Logged;

/** Lets the plugin of a channel send a message. Called by many threads at once; blocks. */
public interface Pusher {

  /**
   * Sends a message once, or not. Never throws.
   *
   * @param outgoing gives the key under which it is tried again
   */
  Delivery push(Outgoing outgoing, Logged message);

  /**
   * Whether the channel itself drops a message that comes again with the same key: then it may be
   * sent again if nobody knows whether it was sent.
   */
  boolean isIdempotent(String channel);
}

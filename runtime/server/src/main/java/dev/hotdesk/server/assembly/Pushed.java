package dev.hotdesk.server.assembly;

/**
 * Which channels are called by us. Customers' tokens and sockets are the web channel's; all others
 * have a way of their own to their customers. It does not depend on which plugins are there: what
 * is said while a channel's plugin is away waits for it.
 */
final class Pushed {

  private static final String SOCKETS = "web";

  private Pushed() {}

  static boolean isPushed(String channel) {
    return !channel.equals(SOCKETS);
  }
}

package dev.hotdesk.routing;

/** The plugin host, as seen by a turn. */
public interface Plugins {

  /**
   * Takes a lease on everything that is active at this moment. What the lease shows does not change
   * while it is held, and no plugin in it is unloaded. Never blocks.
   */
  Lease lease();

  /**
   * Takes a lease on what serves this conversation: while a new version is tried out on a share of
   * the conversations, always on the same side of it. Otherwise as {@link #lease()}.
   */
  default Lease lease(String conversation) {
    return lease();
  }

  /**
   * Takes note that candidates that only listen would have answered a question, in the same way as
   * it was answered or in another. Any thread.
   */
  default void compared(boolean isSame) {}
}

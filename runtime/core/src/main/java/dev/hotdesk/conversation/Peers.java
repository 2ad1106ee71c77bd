package dev.hotdesk.conversation;

import dev.hotdesk.session.Ask;

/** The other servers that write to the same journal. */
@FunctionalInterface
public interface Peers {

  /** There are none: what a lane has at hand is what is stored. */
  Peers NONE = () -> false;

  /** Whether another server may have appended something of which this one has not heard. */
  boolean mayWrite();

  /**
   * Offers a question to all servers, this one included: one of them takes it, and hands it to its
   * {@link SessionProcessor#answer}. Does not block.
   *
   * @return false if it is to be asked here, as there is nobody to share it with, or no way
   */
  default boolean offer(String conversation, Ask ask) {
    return false;
  }
}

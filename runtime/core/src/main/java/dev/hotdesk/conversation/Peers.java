package dev.hotdesk.conversation;

/** The other servers that write to the same journal. */
@FunctionalInterface
public interface Peers {

  /** There are none: what a lane has at hand is what is stored. */
  Peers NONE = () -> false;

  /** Whether another server may have appended something of which this one has not heard. */
  boolean mayWrite();
}

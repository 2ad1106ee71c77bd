package dev.hotdesk.server.stream;

/** Passes on to the other servers what is not stored. It may get lost; it does not block. */
@FunctionalInterface
public interface Relay {

  /** There are no other servers. */
  Relay NOBODY = (_, _, _) -> {};

  /**
   * Passes something on.
   *
   * @param what the word for it
   * @param conversation in which it happens
   * @param value whatever there is to say of it, in one line
   */
  void pass(String what, String conversation, String value);
}

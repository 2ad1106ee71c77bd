package dev.hotdesk.conversation;

import java.util.List;

/** Is told what has been stored, to pass it on to customers and operators. */
public interface Signals {

  /**
   * Entries have become durable. Called in the order of each conversation's log, from its lane;
   * must not block on a customer's or operator's connection.
   *
   * @param now the conversation after them
   * @param entries what was appended, in order
   */
  void committed(Conversation now, List<Logged> entries);

  /**
   * Entries that another server has appended have become known here. Called as {@link #committed},
   * but there may be a gap before them, and some may be known already.
   */
  default void caughtUp(Conversation now, List<Logged> entries) {
    committed(now, entries);
  }
}

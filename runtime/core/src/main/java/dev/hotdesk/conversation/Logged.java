package dev.hotdesk.conversation;

import dev.hotdesk.api.Author;
import dev.hotdesk.session.Entry;
import java.time.Instant;

/**
 * An entry of a conversation's log, as stored.
 *
 * @param sequence its place in the conversation, from 1 without gaps
 * @param at when it was received
 * @param entry what happened
 * @param recalled whether it is a message that its sender has taken back
 */
public record Logged(long sequence, Instant at, Entry entry, boolean recalled) {

  /** How many Lamport stamps there are in a millisecond before they run ahead of the clock. */
  static final int STAMPS_IN_A_MILLISECOND = 1_024;

  /** An entry that nobody has taken back. */
  public Logged(long sequence, Instant at, Entry entry) {
    this(sequence, at, entry, false);
  }

  /** Its Lamport stamp; of what has none, one from when it was received. */
  long order() {
    return entry instanceof Entry.Said said && said.stamp().order() > 0
        ? said.stamp().order()
        : order(at);
  }

  /** When it was said by the clock of whoever said it, if it is a message. */
  Instant said() {
    return entry instanceof Entry.Said said && isDated(said) ? said.stamp().sent() : at;
  }

  /** Whether it is a message that came in its turn. */
  boolean isInTurn() {
    return entry instanceof Entry.Said said && !said.stamp().isLate();
  }

  /** Of a message that came late, the place of the one before which it belongs; or 0. */
  long before() {
    return entry instanceof Entry.Said said ? said.stamp().before() : 0;
  }

  /** Whether its time is the channel's own. */
  boolean isChannels() {
    return entry instanceof Entry.Said said && isDated(said) && said.author() == Author.CUSTOMER;
  }

  /** The stamp of a moment at which nothing else happened. */
  static long order(Instant at) {
    return at.toEpochMilli() * STAMPS_IN_A_MILLISECOND;
  }

  private static boolean isDated(Entry.Said said) {
    return !said.stamp().sent().equals(Instant.EPOCH);
  }
}

package dev.hotdesk.api;

import java.time.Duration;
import java.time.Instant;

/**
 * What Hotdesk tells a customer's client besides messages and states. Read by channel adapters.
 *
 * <p>Made by the runtime; immutable. More kinds may come: a {@code switch} over them needs a {@code
 * default}, which does nothing.
 *
 * <pre>{@code
 * switch (aside) {
 *   case Aside.Recalled recalled -> context.write(json(recalled));
 *   default -> {}
 * }
 * }</pre>
 */
public interface Aside {

  /**
   * A message was taken back: clients show that there was one, and its words no more.
   *
   * @param sequence the place of the recall in the conversation
   * @param at when it was stored
   * @param message the sequence of the message
   */
  record Recalled(long sequence, Instant at, long message) implements Aside {}

  /**
   * How far the operators' side has got.
   *
   * @param delivered all messages up to this sequence have reached a client
   * @param read all messages up to this sequence were shown to a person
   */
  record Receipts(long delivered, long read) implements Aside {}

  /**
   * The customer's place among those who wait for a person. Void once somebody else serves.
   *
   * @param position from 1
   * @param least how long it will probably take at the least
   * @param most and at the most; zero if nothing can honestly be said of it
   */
  record Queued(int position, Duration least, Duration most) implements Aside {}
}

package dev.hotdesk.api;

import java.time.Instant;

/**
 * When something was said, by the clock of its channel and by one that all channels and servers
 * share. When it was received is the entry's own time. Made by the runtime; immutable.
 *
 * <p>To lay messages out as they were said, sort by {@code before}, or by the message's own
 * sequence where that is 0; at one place the late ones come first, in the order of {@code sent} and
 * then of their sequence.
 *
 * @param order a Lamport stamp: greater than that of whatever its sender or this server could know
 *     of, in all conversations; 0 for what was stored before there were stamps
 * @param sent the channel's own time, within bounds of the receipt; {@link Instant#EPOCH} if the
 *     channel tells none
 * @param before 0 for what came in its turn; of a late arrival the sequence of the message before
 *     which it belongs, which itself came in its turn
 */
public record Stamp(long order, Instant sent, long before) {

  /** Where nothing is known. */
  public static final Stamp NONE = new Stamp(0, Instant.EPOCH, 0);

  /** Whether it came after something that was said later. */
  public boolean isLate() {
    return before > 0;
  }
}

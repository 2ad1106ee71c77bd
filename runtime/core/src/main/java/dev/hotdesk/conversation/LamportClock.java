package dev.hotdesk.conversation;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stamps what happens on this server, so that whatever could know of something has a greater stamp:
 * in all conversations, and on all servers, since each stamp that is read counts as seen.
 */
final class LamportClock {

  private final AtomicLong last = new AtomicLong();

  /** The stamp of something that happens now, after all that was seen. */
  long tick(Instant now) {
    return last.updateAndGet(before -> Math.max(before + 1, Logged.order(now)));
  }

  /** This stamp was seen. */
  void saw(long order) {
    last.accumulateAndGet(order, Math::max);
  }
}

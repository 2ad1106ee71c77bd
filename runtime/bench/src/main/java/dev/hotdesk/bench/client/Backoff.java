package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses with jitter between attempts to come back. Used by one thread. */
final class Backoff {

  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 15_000;

  private long next = FIRST_MILLIS;
  private long asked;

  /** The server asks to stay away at least this long. */
  void ask(long millis) {
    asked = millis;
  }

  /** It worked: begin again with a short pause the next time. */
  void reset() {
    next = FIRST_MILLIS;
  }

  /** How long to wait now. */
  Duration pause() {
    long base = Math.max(next, asked);
    asked = 0;
    next = Math.min(next * 2, LONGEST_MILLIS);
    return Duration.ofMillis(base / 2 + ThreadLocalRandom.current().nextLong(base / 2 + 1));
  }
}

package dev.hotdesk.generation;

import java.util.concurrent.atomic.LongAdder;

/** Counts what candidates that only listen would have answered otherwise. Any thread. */
final class Comparisons {

  private final LongAdder compared = new LongAdder();
  private final LongAdder different = new LongAdder();

  /** So far. */
  record Count(long compared, long different) {
    static final Count NONE = new Count(0, 0);
  }

  void add(boolean isSame) {
    compared.increment();
    if (!isSame) {
      different.increment();
    }
  }

  Count count() {
    return new Count(compared.sum(), different.sum());
  }

  void clear() {
    compared.reset();
    different.reset();
  }
}

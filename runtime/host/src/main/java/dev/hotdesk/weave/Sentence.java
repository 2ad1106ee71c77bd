package dev.hotdesk.weave;

/** That one thread is to be stopped, and since when it knows. Carried out by that thread alone. */
final class Sentence {

  private static final long CLEAN_UP_NANOS = 20_000_000;

  private final boolean isOfHelper;
  private long told;
  private boolean isTold;

  private Sentence(boolean isOfHelper) {
    this.isOfHelper = isOfHelper;
  }

  /** Against a thread by name. */
  static Sentence ofOne() {
    return new Sentence(false);
  }

  /** Against a thread because of what it is, and as long as that matters. */
  static Sentence ofHelper() {
    return new Sentence(true);
  }

  boolean isOfHelper() {
    return isOfHelper;
  }

  /** Whether to throw now: at once, then not while it cleans up, then always. */
  boolean isDue(long now) {
    if (!isTold) {
      told = now;
      isTold = true;
      return true;
    }
    return now - told >= CLEAN_UP_NANOS;
  }
}

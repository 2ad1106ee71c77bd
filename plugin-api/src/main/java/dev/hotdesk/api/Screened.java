package dev.hotdesk.api;

import java.time.Duration;

/**
 * What a {@link Screening} thinks of a message. Immutable; make it with the static methods, they
 * stay when the records grow.
 *
 * <pre>{@code
 * return Screened.limit(new Text("刷屏", "A flood of messages"), Duration.ofMinutes(1));
 * }</pre>
 */
public sealed interface Screened {

  /** Nothing is wrong. */
  static Screened clear() {
    return new Clear();
  }

  /**
   * Operators are warned.
   *
   * @param why what is wrong
   */
  static Screened flag(Text why) {
    return new Flagged(why);
  }

  /**
   * Operators are warned, and a waiting customer is given to nobody by themselves for a while.
   *
   * @param why what is wrong
   * @param time how long; the runtime grants 15 minutes at the most
   */
  static Screened hold(Text why, Duration time) {
    return new Held(why, time);
  }

  /**
   * Operators are warned, and the customer's messages are refused for a while.
   *
   * @param why what is wrong
   * @param time how long; the runtime grants 5 minutes at the most
   */
  static Screened limit(Text why, Duration time) {
    return new Limited(why, time);
  }

  /** See {@link Screened#clear}. */
  record Clear() implements Screened {}

  /** See {@link Screened#flag}. */
  record Flagged(Text why) implements Screened {}

  /** See {@link Screened#hold}. */
  record Held(Text why, Duration time) implements Screened {}

  /** See {@link Screened#limit}. */
  record Limited(Text why, Duration time) implements Screened {}
}

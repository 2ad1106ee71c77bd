package dev.hotdesk.server.search;

import java.util.Set;

/**
 * An entry of a log on its way into the index.
 *
 * @param number grows with the time of the entry
 * @param conversation whose it is
 * @param sequence its place there
 * @param channel the conversation's
 * @param terms what it can be found by
 */
record Line(long number, String conversation, long sequence, String channel, Set<String> terms) {

  /** So many lines may be of the same millisecond. */
  private static final int BITS = 20;

  /** The number of the line of a moment, after so many others. */
  static long number(long millis, long before) {
    return (millis << BITS) | (before & ((1L << BITS) - 1));
  }

  /** The smallest number that a line of this moment may have. */
  static long first(long millis) {
    return millis << BITS;
  }
}

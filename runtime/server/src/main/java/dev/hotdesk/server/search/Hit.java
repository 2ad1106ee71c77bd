package dev.hotdesk.server.search;

import java.time.Instant;
import java.util.List;

/**
 * An entry that was found.
 *
 * @param conversation whose it is
 * @param seq its place there
 * @param at when it was said
 * @param channel over which the customer came
 * @param kind {@code said}, or {@code identified} for who the customer is
 * @param from {@code customer}, {@code agent}, {@code operator} or {@code system}; empty if nobody
 *     said it
 * @param name of who said it, or empty
 * @param text what was said
 * @param marks what of it was looked for
 * @param customer who the shop says the customer is, or empty
 * @param state of the conversation's session now
 * @param exact whether it has the very number that was looked for
 */
public record Hit(
    String conversation,
    long seq,
    Instant at,
    String channel,
    String kind,
    String from,
    String name,
    String text,
    List<Mark> marks,
    String customer,
    String state,
    boolean exact) {

  /**
   * A stretch of a text.
   *
   * @param start counted in UTF-16 units, as JavaScript does
   * @param end where it ends
   */
  public record Mark(int start, int end) {}
}

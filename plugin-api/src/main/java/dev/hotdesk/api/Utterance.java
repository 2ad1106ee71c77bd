package dev.hotdesk.api;

import java.time.Instant;
import java.util.List;

/**
 * Something that a customer wrote, to be looked at by a {@link Screening}. Made by the runtime;
 * immutable.
 *
 * <pre>{@code
 * var isRepeated = said.before().stream().anyMatch(line -> line.text().equals(said.text()));
 * }</pre>
 *
 * @param conversation the id of the conversation; opaque
 * @param channel over which it came
 * @param customerId who the shop says the customer is; empty for a visitor
 * @param text the words, at most 4,000 characters
 * @param at when they were stored
 * @param before the customer's own messages before it, oldest first, at most 20
 */
public record Utterance(
    String conversation,
    String channel,
    String customerId,
    String text,
    Instant at,
    List<Line> before) {

  /** Copies the lines. */
  public Utterance {
    before = List.copyOf(before);
  }

  /**
   * An earlier message of the customer.
   *
   * @param text the words
   * @param at when they were stored
   */
  public record Line(String text, Instant at) {}
}

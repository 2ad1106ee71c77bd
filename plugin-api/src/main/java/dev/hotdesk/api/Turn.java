package dev.hotdesk.api;

import java.util.List;
import java.util.Optional;

/**
 * One customer message, with what was understood of it and what went before. Made by the runtime,
 * once for each message; immutable, and safe to read from any thread.
 *
 * <pre>{@code
 * var number = turn.slot("order_number");
 * var isChinese = turn.language() == Language.ZH;
 * }</pre>
 *
 * @param conversation the id of the conversation; opaque
 * @param text the customer's words as they came, at most 4,000 characters
 * @param understanding language, intent and slots
 * @param history the latest lines of the conversation before this message, oldest first, at most 20
 */
public record Turn(
    String conversation, String text, Understanding understanding, List<Line> history) {

  /** Copies the history. */
  public Turn {
    history = List.copyOf(history);
  }

  /** The value of a slot, if the customer has given it. */
  public Optional<String> slot(String name) {
    return Optional.ofNullable(understanding.slots().get(name));
  }

  /** The matter the customer comes with. */
  public Intent intent() {
    return understanding.intent();
  }

  /** The language to answer in. */
  public Language language() {
    return understanding.language();
  }

  /** This turn, understood in another way. */
  public Turn with(Understanding other) {
    return new Turn(conversation, text, other, history);
  }

  /**
   * One earlier line of the conversation.
   *
   * @param author who said it
   * @param text the words
   */
  public record Line(Author author, String text) {}
}

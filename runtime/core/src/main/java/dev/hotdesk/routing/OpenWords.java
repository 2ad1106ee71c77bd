package dev.hotdesk.routing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The answer to a question that has no form of its own: a new address, a reason, what is wrong. A
 * customer who is asked for such a slot gives it in free words, which are taken as they are.
 */
public final class OpenWords {

  /** How much of an answer is kept. */
  public static final int LONGEST = 500;

  /** Slots that are found by their form or among the shop's own words; all others are open. */
  private static final Set<String> FORMED =
      Set.of(
          "order_number",
          "phone_last4",
          "phone",
          "date",
          "amount",
          "money",
          "threshold",
          "discount",
          "product",
          "colour",
          "size");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern QUESTION = Pattern.compile("[?？吗呢么][\\s\\p{P}]*$");

  private OpenWords() {}

  /**
   * The words that answer an open question; empty if none was asked, or the customer gave no word.
   *
   * @param asked the slot that the customer was just asked for, or empty
   */
  public static Optional<String> answer(String text, String asked) {
    return asked.isEmpty() || FORMED.contains(asked) || !WORD.matcher(text).find()
        ? Optional.empty()
        : Optional.of(shortened(text.strip()));
  }

  /**
   * Whether words are an answer and nothing else. Who asks back may have come with another matter.
   */
  public static boolean isPlainAnswer(String words) {
    return !QUESTION.matcher(words).find();
  }

  private static String shortened(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    var end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return words.substring(0, end);
  }
}

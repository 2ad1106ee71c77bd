package dev.hotdesk.understanding.slot;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a customer wrote, in one width (so "２０２６" is "2026").
 *
 * @param text the words
 * @param asked the slot that the customer was just asked for, or empty
 */
record Message(String text, String asked) {

  private static final Pattern NO_VALUE = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Message of(String text, String asked) {
    return new Message(Normalizer.normalize(text, Normalizer.Form.NFKC), asked);
  }

  boolean isAsked(String slot) {
    return asked.equals(slot);
  }

  /** Whether nothing but signs and spaces lies outside this span. */
  boolean isOnly(int start, int end) {
    return isVoid(text.substring(0, start)) && isVoid(text.substring(end));
  }

  private static boolean isVoid(String rest) {
    return rest.isEmpty() || NO_VALUE.matcher(rest).matches();
  }
}

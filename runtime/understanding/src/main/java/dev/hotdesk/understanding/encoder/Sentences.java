package dev.hotdesk.understanding.encoder;

import java.text.Normalizer;
import java.util.Locale;

/** How a sentence is written down before a model sees it. */
final class Sentences {

  private Sentences() {}

  /**
   * One width, lower case, no halves of characters: the models know no capital letters (the Chinese
   * one would read "M码" as an unknown sign), and half a character stops the tokenizer.
   */
  static String folded(String sentence, int longest) {
    var cut = sentence.substring(0, Math.min(longest, sentence.length()));
    var whole = new StringBuilder(cut.length());
    cut.codePoints()
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .forEach(whole::appendCodePoint);
    return Normalizer.normalize(whole, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}

package dev.hotdesk.testkit;

import dev.hotdesk.api.Language;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells languages apart, and takes sentences to pieces that can be compared. */
final class Features {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d-]*");
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}]+|#");
  private static final Pattern ENDING = Pattern.compile("(?<=...)(?:ing|ed|es|s)$");

  private Features() {}

  static Language language(String text) {
    return HAN.matcher(text).find() ? Language.ZH : Language.EN;
  }

  /** The pieces of a sentence and how often they are in it. */
  static Map<String, Integer> of(Language language, String text) {
    var plain =
        NUMBER
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("#");
    return switch (language) {
      case ZH -> pairs(plain);
      case EN -> words(plain);
    };
  }

  private static Map<String, Integer> pairs(String text) {
    var letters = text.replaceAll("[\\s\\p{P}]", "");
    var pairs = new HashMap<String, Integer>();
    for (var i = 0; i < letters.length(); i++) {
      pairs.merge(letters.substring(i, i + 1), 1, Integer::sum);
      if (i + 2 <= letters.length()) {
        pairs.merge(letters.substring(i, i + 2), 1, Integer::sum);
      }
    }
    return pairs;
  }

  private static Map<String, Integer> words(String text) {
    var words = new HashMap<String, Integer>();
    WORD.matcher(text)
        .results()
        .map(word -> ENDING.matcher(word.group()).replaceAll(""))
        .forEach(word -> words.merge(word, 1, Integer::sum));
    return words;
  }
}

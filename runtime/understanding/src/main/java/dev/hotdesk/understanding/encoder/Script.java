package dev.hotdesk.understanding.encoder;

import dev.hotdesk.api.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells by its letters and little words in which language a sentence is built. Shoppers mix:
 * "我的order到哪了" is Chinese, "is the 羊毛衫 in stock" is English.
 */
public final class Script {

  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}']+");
  private static final String LITTLE_SIGNS = "的了吗呢吧啊呀嘛么没不有是我你这那哪几怎多啥能可要给在还就都也到";
  private static final Set<String> LITTLE_WORDS =
      Set.of(
          ("a an and any are can could did do does for from has have hi how i in is it me my of on"
                  + " or please pls still that the there this to was what whats when where wheres"
                  + " which who why will with would you your")
              .split(" "));

  private Script() {}

  /**
   * The language this sentence is built in.
   *
   * @param otherwise the answer where a sentence has no letters at all, as in "20261123-88"
   */
  public static Language of(String sentence, Language otherwise) {
    var signs = sentence.codePoints().filter(Script::isHan).count();
    var words = WORD.matcher(sentence).results().map(MatchResult::group).toList();
    if (signs == 0) {
      return words.isEmpty() ? otherwise : Language.EN;
    }
    var chinese =
        signs + 2 * sentence.codePoints().filter(p -> LITTLE_SIGNS.indexOf(p) >= 0).count();
    var english =
        words.stream()
            .mapToInt(word -> LITTLE_WORDS.contains(word.toLowerCase(Locale.ROOT)) ? 4 : 1)
            .sum();
    return english >= chinese ? Language.EN : Language.ZH;
  }

  /** The languages this sentence has words of; the one it is built in comes first. */
  public static List<Language> all(String sentence, Language otherwise) {
    var first = of(sentence, otherwise);
    var isMixed =
        sentence.codePoints().anyMatch(Script::isHan)
            && WORD.matcher(sentence).results().anyMatch(word -> word.group().length() > 1);
    return isMixed
        ? List.of(first, first == Language.ZH ? Language.EN : Language.ZH)
        : List.of(first);
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}

package dev.hotdesk.understanding.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many of a question's words are in a text, rare ones counting for more (BM25). Words are those
 * of English without their endings, and pairs of Chinese characters. Immutable.
 */
final class WordIndex {

  private static final double SATURATION = 1.2;
  private static final double BY_LENGTH = 0.5;
  private static final Pattern RUN =
      Pattern.compile("\\p{IsHan}+|[\\p{IsLatin}\\d][\\p{IsLatin}\\d'-]*");
  private static final Pattern ENDING = Pattern.compile("(?<=...)(?:'s|ing|ies|ed|es|s|y|e)$");
  private static final Set<String> LITTLE =
      Set.of(
          ("a an and any are as at be been but by can could did do does for from get had has have"
               + " hi how i i'm if in is it its just me my no not of on or our please should so"
               + " that the their them there they this to u up us was we were what what's when"
               + " where which who why will with would you your 的 了 吗 呢 吧 啊 呀 么 我 你 们 你们 我们 请问 怎么"
               + " 什么 可以 能不 是不 不是 有没 没有 一下 一个 多少 哪里 怎样 如何 是否")
              .split(" "));

  private final List<Map<String, Integer>> texts;
  private final Map<String, Integer> spread = new HashMap<>();
  private final double average;

  WordIndex(List<String> texts) {
    this.texts = texts.stream().map(WordIndex::counted).toList();
    this.texts.forEach(words -> words.keySet().forEach(it -> spread.merge(it, 1, Integer::sum)));
    this.average = this.texts.stream().mapToInt(WordIndex::length).average().orElse(1);
  }

  /** The share of the question that each text has, 0 to 1; a word that no text has is missed. */
  double[] shares(String question) {
    var asked = new HashSet<>(words(question));
    var all = asked.stream().mapToDouble(this::rarity).sum();
    var shares = new double[texts.size()];
    for (var i = 0; i < shares.length && all > 0; i++) {
      var words = texts.get(i);
      var length = 1 - BY_LENGTH + BY_LENGTH * length(words) / average;
      var found = 0.0;
      for (var word : asked) {
        var count = words.getOrDefault(word, 0);
        found += rarity(word) * count * (SATURATION + 1) / (count + SATURATION * length);
      }
      shares[i] = Math.min(1, found / all);
    }
    return shares;
  }

  private double rarity(String word) {
    var having = spread.getOrDefault(word, 0);
    return Math.log(1 + (texts.size() - having + 0.5) / (having + 0.5));
  }

  private static Map<String, Integer> counted(String text) {
    var counts = new HashMap<String, Integer>();
    words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  private static int length(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    RUN.matcher(plain)
        .results()
        .map(run -> run.group())
        .forEach(
            run -> {
              if (Character.isIdeographic(run.codePointAt(0))) {
                pairs(run, words);
              } else if (!LITTLE.contains(run)) {
                words.add(ENDING.matcher(run).replaceAll(""));
              }
            });
    return words;
  }

  private static void pairs(String run, List<String> words) {
    var signs = run.codePoints().toArray();
    for (var i = 0; i < signs.length; i++) {
      var pair = new String(signs, i, Math.min(2, signs.length - i));
      var isLast = i == signs.length - 1;
      if ((!isLast || signs.length == 1) && !LITTLE.contains(pair)) {
        words.add(pair);
      }
    }
  }
}

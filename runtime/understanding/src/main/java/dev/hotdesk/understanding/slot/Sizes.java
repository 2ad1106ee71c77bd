package dev.hotdesk.understanding.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Clothes and shoe sizes: M, XXL, 中码, large, 42码, size 9. */
final class Sizes implements Finder {

  private static final String SLOT = "size";
  private static final Pattern LETTERS =
      pattern("(?<![a-z0-9'’-])(xx?s|x{0,3}l|[2-4]xl|s|m)(?![a-z0-9'’])(?:\\s*(?:码|号|size))?");
  private static final Pattern CUE_BEFORE =
      pattern("(?:sizes?|in(?: an?)?|尺码|码数|穿|要|有|换|拿)\\s*[:是]?\\s*$");
  private static final Pattern WORDS =
      pattern(
          "(?<![a-z])(extra[ -]?small|x-?small|small|medium|extra[ -]?extra[ -]?large|xx-?large"
              + "|extra[ -]?large|x-?large|large)(?![a-z])|(加加大|特大|加大|大|中|小)(?:号|码)");
  private static final Pattern NUMBERS =
      pattern(
          "(?<![\\d.])(\\d{2,3}(?:\\.5)?)\\s*码|(?<![\\d.])(3[2-9]|4\\d)(?:\\.5)?\\s*号"
              + "|(?:size|sizes|eu|uk|us|尺码|码数)\\s*(\\d{1,3}(?:\\.5)?)(?![\\d.-])");
  private static final Pattern ANY_NUMBER = pattern("(?<![\\d.-])(\\d{1,3}(?:\\.5)?)(?![\\d.-])");
  private static final Map<String, String> LETTER_OF =
      Map.ofEntries(
          Map.entry("small", "S"),
          Map.entry("medium", "M"),
          Map.entry("large", "L"),
          Map.entry("xsmall", "XS"),
          Map.entry("xlarge", "XL"),
          Map.entry("xxlarge", "XXL"),
          Map.entry("小", "S"),
          Map.entry("中", "M"),
          Map.entry("大", "L"),
          Map.entry("加大", "XL"),
          Map.entry("特大", "XXL"),
          Map.entry("加加大", "XXL"),
          Map.entry("2XL", "XXL"),
          Map.entry("3XL", "XXXL"));

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  @Override
  public List<Span> find(Message message) {
    var text = message.text();
    var spans = new ArrayList<Span>();
    LETTERS
        .matcher(text)
        .results()
        .filter(m -> isMeant(message, m))
        .map(m -> span(m, m.group(1).toUpperCase(Locale.ROOT)))
        .forEach(spans::add);
    WORDS
        .matcher(text)
        .results()
        .map(m -> span(m, m.group(2) == null ? letters(m.group(1)) : m.group(2)))
        .forEach(spans::add);
    var numbers = message.isAsked(SLOT) && spans.isEmpty() ? ANY_NUMBER : NUMBERS;
    numbers.matcher(text).results().map(m -> span(m, firstGroup(m))).forEach(spans::add);
    return spans;
  }

  /**
   * A lone small letter may be anything, as in "i m waiting"; a capital or a cue makes it a size.
   */
  private static boolean isMeant(Message message, MatchResult match) {
    var letters = match.group(1);
    return letters.length() > 1
        || Character.isUpperCase(letters.charAt(0))
        || match.group().length() > 1
        || message.isAsked(SLOT)
        || message.isOnly(match.start(), match.end())
        || CUE_BEFORE.matcher(message.text().substring(0, match.start())).find();
  }

  private static String letters(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[ -]", "").replace("extra", "x");
  }

  private static String firstGroup(MatchResult match) {
    for (var group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return match.group();
  }

  private static Span span(MatchResult match, String value) {
    return new Span(match.start(), match.end(), SLOT, LETTER_OF.getOrDefault(value, value));
  }
}

package dev.hotdesk.testkit;

import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.OpenWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The particulars of a message, found by their form or among the shop's own words.
 *
 * @param slots their values, by slot
 * @param bare whether the message says nothing else
 */
record Particulars(Map<String, String> slots, boolean bare) {

  private static final Pattern FILLER =
      Pattern.compile(
          "是|的|我|订单|单号|号码?|尾号|手机|码|款|要|[\\s\\p{P}]+"
              + "|\\b(?:the|a|an|its|it|is|i|my|order|number|no|size|one|please|in|ending|and)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final List<Form> FORMS =
      List.of(
          new Form("(?<![\\d-])(?<order>20\\d{6}-\\d{1,6})(?!\\d)", "order:order_number"),
          new Form(
              "满\\s*(?<t>\\d+)\\s*元?\\s*[立减省送返]{1,2}\\s*(?<d>\\d+)", "t:threshold", "d:discount"),
          new Form(
              "(?i)spend\\D{0,12}(?<t>\\d+)\\D{0,24}(?:save|get|off)\\D{0,8}(?<d>\\d+)",
              "t:threshold",
              "d:discount"),
          new Form("(?i)(?<d>\\d+)\\s*off\\D{0,24}(?<t>\\d+)", "t:threshold", "d:discount"),
          new Form("(?i)(?:尾号|后四位|last four|ending)\\D{0,12}(?<p>\\d{4})(?!\\d)", "p:phone_last4"),
          new Form("^\\D{0,4}(?<p>\\d{4})\\D{0,4}$", "p:phone_last4"));

  static Particulars read(String text, String asked, Catalogue catalogue) {
    var slots = new LinkedHashMap<String, String>();
    var rest = new StringBuilder(text);
    for (var form : FORMS) {
      form.take(rest, slots);
    }
    if (asked.equals("phone_last4")) {
      new Form("(?<!\\d)(?:1\\d{6})?(?<p>\\d{4})(?!\\d)", "p:phone_last4").take(rest, slots);
    }
    catalogue.terms().stream()
        .flatMap(term -> term.words().stream().map(word -> Word.of(term, word)))
        .sorted(Comparator.comparingInt(Word::length).reversed())
        .forEach(word -> word.take(rest, slots));
    var bare = !slots.isEmpty() && FILLER.matcher(rest).replaceAll("").isEmpty();
    var open = OpenWords.answer(text, asked);
    open.ifPresent(words -> slots.put(asked, words));
    return new Particulars(slots, bare || open.filter(OpenWords::isPlainAnswer).isPresent());
  }

  private static void blank(StringBuilder rest, Matcher found) {
    for (var i = found.start(); i < found.end(); i++) {
      rest.setCharAt(i, ' ');
    }
  }

  /** A pattern whose named groups are the values of slots. */
  private record Form(Pattern pattern, List<String> slots) {

    Form(String regex, String... slots) {
      this(Pattern.compile(regex), List.of(slots));
    }

    void take(StringBuilder rest, Map<String, String> values) {
      var found = pattern.matcher(rest);
      if (found.find()) {
        for (var slot : slots) {
          var parts = slot.split(":", 2);
          values.putIfAbsent(parts[1], found.group(parts[0]));
        }
        blank(rest, found);
      }
    }
  }

  /** A word of the shop. */
  private record Word(String slot, String value, String word, Pattern pattern) {

    static Word of(Catalogue.Term term, String word) {
      var edge = word.matches("[\\x00-\\x7F]+") ? "(?![A-Za-z0-9])" : "";
      var before = edge.isEmpty() ? "" : "(?<![A-Za-z0-9'])";
      var flags = word.length() == 1 ? 0 : Pattern.CASE_INSENSITIVE;
      return new Word(
          term.slot(),
          term.value(),
          word.toLowerCase(Locale.ROOT),
          Pattern.compile(before + Pattern.quote(word) + edge, flags));
    }

    int length() {
      return word.length();
    }

    void take(StringBuilder rest, Map<String, String> values) {
      var found = pattern.matcher(rest);
      if (!word.isBlank() && !values.containsKey(slot) && found.find()) {
        values.put(slot, value);
        blank(rest, found);
      }
    }
  }
}

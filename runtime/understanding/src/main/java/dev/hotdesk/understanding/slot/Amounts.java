package dev.hotdesk.understanding.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Money, and offers of the kind "spend this much, save that much". */
final class Amounts implements Finder {

  private static final String SIGN = "(?:rmb|cny|usd|gbp|eur|[¥￥$£€])?\\s*";
  private static final String UNIT =
      "\\s*(?:元|块钱?|rmb|yuan|美元|美金|英镑|欧元|刀|usd|gbp|dollars?|bucks|quid|pounds?|euros?)";
  private static final String NUMBER = "(" + Numerals.FORM + ")";
  private static final Pattern SPEND_FIRST =
      pattern(
          "(?:满|滿|每满|买够|凑够|spend(?:ing)?(?:\\s*over)?|over)\\s*"
              + SIGN
              + NUMBER
              + "(?:"
              + UNIT
              + ")?\\s*(?:and|you|i|,|,|可以?|就|能|会)*\\s*(?:立?减|省|优惠|返|-|save|get|off)\\s*"
              + SIGN
              + NUMBER
              + "(?:"
              + UNIT
              + ")?(?:\\s*off)?");
  private static final Pattern SAVE_FIRST =
      pattern(
          "(?:save\\s*)?"
              + SIGN
              + NUMBER
              + "(?:"
              + UNIT
              + ")?\\s*off\\s*(?:when|if|for|on|a|an|you|i|spend(?:ing)?|orders?|over|of|every|each|\\s)*"
              + SIGN
              + NUMBER);
  private static final Pattern MONEY =
      pattern(
          "(?:(?:rmb|cny|usd|gbp|eur|[¥￥$£€])\\s*"
              + NUMBER
              + "(?!\\.?\\d)|(?<![\\d.一二两三四五六七八九十百千])(?:"
              + NUMBER
              + "块([\\d一二三四五六七八九])(?![\\d十百千])|"
              + NUMBER
              + UNIT
              + "))");

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  @Override
  public List<Span> find(Message message) {
    var spans = offer(message, SPEND_FIRST, 1, 2);
    if (spans.isEmpty()) {
      spans = offer(message, SAVE_FIRST, 2, 1);
    }
    if (spans.isEmpty()) {
      MONEY
          .matcher(message.text())
          .results()
          .map(m -> new Span(m.start(), m.end(), "amount", amount(m)))
          .forEach(spans::add);
    }
    return spans;
  }

  private static List<Span> offer(Message message, Pattern form, int threshold, int discount) {
    var spans = new ArrayList<Span>();
    var match = form.matcher(message.text());
    if (match.find()) {
      var middle = match.end(1);
      var first = new Span(match.start(), middle, "", Numerals.plain(match.group(1)));
      var second = new Span(middle, match.end(), "", Numerals.plain(match.group(2)));
      spans.add(first.as(threshold == 1 ? "threshold" : "discount"));
      spans.add(second.as(discount == 2 ? "discount" : "threshold"));
    }
    return spans;
  }

  /** The coins after "块" are tenths: "三块五" is 3.5. */
  private static String amount(MatchResult match) {
    if (match.group(2) != null) {
      return Numerals.plain(Numerals.whole(match.group(2)) + "." + Numerals.plain(match.group(3)));
    }
    return Numerals.plain(match.group(1) == null ? match.group(4) : match.group(1));
  }
}

package dev.hotdesk.understanding.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many of a thing: 两双, 3件, a pair, 2 boxes, x3. */
final class Quantities implements Finder {

  private static final String SLOT = "quantity";
  private static final String SMALL = "one|two|three|four|five|six|seven|eight|nine|ten";
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<![\\d.第])(\\d{1,4}|[二两三四五六七八九十百]{1,4}|一(?!个|下|件事))"
              + "(?:件|双|条|台|只|套|盒|瓶|包|箱|支|部|把|副|袋|罐|顶|份|个(?!月|小时|星期|礼拜|工作|多|号|周))");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(\\d{1,4}|"
              + SMALL
              + "|an?)\\s+(?:(?:pairs?|packs?|boxes|pieces|pcs|units|bottles|sets)\\b|(dozen)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TIMES =
      Pattern.compile("(?<![a-z0-9])[x×*]\\s?(\\d{1,3})(?![\\dx×*.a-z])", Pattern.CASE_INSENSITIVE);
  private static final List<String> WORDS = List.of(SMALL.split("\\|"));

  @Override
  public List<Span> find(Message message) {
    var text = message.text();
    var spans = new ArrayList<Span>();
    CHINESE
        .matcher(text)
        .results()
        .map(m -> new Span(m.start(), m.end(), SLOT, Numerals.plain(m.group(1))))
        .forEach(spans::add);
    ENGLISH
        .matcher(text)
        .results()
        .map(m -> new Span(m.start(), m.end(), SLOT, count(m.group(1), m.group(2) != null)))
        .forEach(spans::add);
    TIMES
        .matcher(text)
        .results()
        .map(m -> new Span(m.start(), m.end(), SLOT, Numerals.plain(m.group(1))))
        .forEach(spans::add);
    return spans;
  }

  private static String count(String word, boolean dozens) {
    var lower = word.toLowerCase(Locale.ROOT);
    var number =
        Character.isDigit(word.charAt(0))
            ? Integer.parseInt(word)
            : Math.max(0, WORDS.indexOf(lower)) + 1;
    return "" + (dozens ? 12 * number : number);
  }
}

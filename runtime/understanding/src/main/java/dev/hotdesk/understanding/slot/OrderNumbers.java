package dev.hotdesk.understanding.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Order numbers: a day and a count, as 20261123-88, or what is plainly called an order number. */
final class OrderNumbers implements Finder {

  private static final String SLOT = "order_number";
  private static final String DAY = "(20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))";
  private static final Pattern DATED =
      Pattern.compile("#?(?<!\\d)" + DAY + "\\s*[-‐-―−_/.·]?\\s*(\\d{1,6})(?!\\d)");
  private static final String OTHER =
      "((?:[a-z]{1,5}[-_]?)?\\d[a-z\\d]{0,24}(?:[-_][a-z\\d]{1,12}){0,3})(?![a-z0-9])";
  private static final Pattern CUED =
      Pattern.compile(
          "(?:#|订单(?:号码?|编号)?|单号|(?:order|tracking|parcel|ticket|case|reference|ref|purchase)"
              + "\\s*(?:no\\b\\.?|number|num|id|code)?)(?:\\s|[:#,=]|是|为|is\\b){0,6}"
              + OTHER,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALONE =
      Pattern.compile("(?<![a-z0-9-])" + OTHER, Pattern.CASE_INSENSITIVE);

  private static final Pattern CARRIERS =
      Pattern.compile(
          "(?<![a-z0-9])((?:sf|yt|jt|jd[a-z]{0,2}|zt|sto|ems)\\d{10,16}|[a-z]{2}\\d{9}[a-z]{2}"
              + "|1z[a-z\\d]{16}|\\d{14,22})(?![a-z0-9])",
          Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_DIGITS = 4;

  @Override
  public List<Span> find(Message message) {
    var spans = new ArrayList<Span>();
    DATED
        .matcher(message.text())
        .results()
        .map(m -> new Span(m.start(), m.end(), SLOT, m.group(1) + "-" + m.group(2)))
        .forEach(spans::add);
    if (spans.isEmpty()) {
      var pattern = message.isAsked(SLOT) ? ALONE : CUED;
      Stream.concat(
              pattern.matcher(message.text()).results(), CARRIERS.matcher(message.text()).results())
          .filter(
              m -> m.group(1).chars().filter(Character::isDigit).limit(4).count() == FEWEST_DIGITS)
          .map(m -> new Span(m.start(), m.end(), SLOT, m.group(1).toUpperCase(Locale.ROOT)))
          .forEach(spans::add);
    }
    return spans;
  }
}

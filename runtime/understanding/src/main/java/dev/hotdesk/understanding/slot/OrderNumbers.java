package dev.hotdesk.understanding.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Order numbers: a day and a count, as 20261123-88, or what is plainly called an order number. */
final class OrderNumbers implements Finder {

  private static final String SLOT = "order_number";
  private static final String DAY = "(20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))";
  private static final Pattern DATED =
      Pattern.compile("#?(?<!\\d)" + DAY + "\\s*[-‐-―−_/.·]?\\s*(\\d{1,6})(?!\\d)");
  private static final String OTHER = "([a-z]{0,4}-?\\d[\\d-]{3,19})(?![a-z0-9])";
  private static final Pattern CUED =
      Pattern.compile(
          "(?:#|订单号?|单号|order\\s*(?:no\\.?|number|num|id)?)\\s*[:#是为]?\\s*" + OTHER,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALONE =
      Pattern.compile("(?<![a-z0-9-])" + OTHER, Pattern.CASE_INSENSITIVE);

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
      pattern
          .matcher(message.text())
          .results()
          .map(m -> new Span(m.start(), m.end(), SLOT, m.group(1).toUpperCase(Locale.ROOT)))
          .forEach(spans::add);
    }
    return spans;
  }
}

package dev.hotdesk.understanding.slot;

import java.util.List;
import java.util.regex.Pattern;

/** Telephone numbers of China, the United Kingdom and North America, in digits alone. */
final class Phones implements Finder {

  private static final String GAP = "[ -]?";
  private static final Pattern FORMS =
      Pattern.compile(
          "(?<![\\d+-])(?:"
              + ("(?:\\+?86" + GAP + ")?1[3-9]\\d" + GAP + "\\d{4}" + GAP + "\\d{4}")
              + ("|400" + GAP + "\\d{3,4}" + GAP + "\\d{3,4}")
              + "|0(?:10|2\\d|[3-9]\\d{2})-?[2-8]\\d{6,7}"
              + ("|(?:\\+?44" + GAP + "(?:\\(0\\))?|0)7\\d{3}" + GAP + "\\d{3}" + GAP + "\\d{3}")
              + ("|(?:\\+44" + GAP + "|0)[12]\\d{1,3}" + GAP + "\\d{3,4}" + GAP + "\\d{3,4}")
              + "|(?:\\+?1[ .-]?)?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}"
              + ")(?![\\d-])");

  @Override
  public List<Span> find(Message message) {
    if (message.isAsked("phone_last4") || message.isAsked("order_number")) {
      return List.of();
    }
    return FORMS
        .matcher(message.text())
        .results()
        .map(m -> new Span(m.start(), m.end(), "phone", digits(m.group())))
        .toList();
  }

  private static String digits(String number) {
    var digits = number.replace("(0)", "").replaceAll("\\D", "");
    return number.startsWith("+") ? "+" + digits : digits;
  }
}

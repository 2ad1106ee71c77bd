package dev.hotdesk.understanding.slot;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last four digits of a phone number, by which a customer shows that an order is theirs. */
final class PhoneEndings implements Finder {

  private static final String SLOT = "phone_last4";
  private static final Pattern CUED =
      Pattern.compile(
          "(?:尾号|尾数|[后末最][后]?[四4]位(?:数字?)?|last\\s*(?:four|4)(?:\\s*digits)?"
              + "|end(?:s|ing)?\\s*(?:in|with|on))[^\\d\\n]{0,20}?(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d-])(?:1\\d{6})?(\\d{4})(?![\\d-])");

  @Override
  public List<Span> find(Message message) {
    return Stream.concat(
            CUED.matcher(message.text()).results(),
            NUMBER
                .matcher(message.text())
                .results()
                .filter(m -> message.isAsked(SLOT) || isFourDigitsAlone(message, m)))
        .map(m -> new Span(m.start(), m.end(), SLOT, m.group(1)))
        .toList();
  }

  private static boolean isFourDigitsAlone(Message message, MatchResult number) {
    return number.group().length() == 4 && message.isOnly(number.start(), number.end());
  }
}

package dev.hotdesk.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces telephone numbers, identity and bank card numbers, e-mail and postal addresses by what
 * they are, in the language of the words around them: {@code 打13800138000} becomes {@code 打[电话]}.
 * Order numbers, prices, sizes and dates stay, as they are what a message is about.
 *
 * <p>It knows forms, not people: a name is not recognised. Has no state; any thread.
 */
public final class Masker {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** Digits after these are the shop's own, whatever they look like. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:订单号|订单编号|单号|编号|货号|order\\s?(?:number|no\\.?|#|id)|tracking\\s?(?:number|no\\.?|#|id)|sku)"
              + "\\s*(?:is|是|为|[:\\uFF1A#=])?\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final int LABEL_REACH = 24;

  private Masker() {}

  /** The text without what tells who somebody is. What is masked already stays as it is. */
  public static String masked(String text) {
    var isChinese = HAN.matcher(text).find();
    var masked = text;
    for (var kind : Kind.values()) {
      masked = without(kind, masked, isChinese);
    }
    return masked;
  }

  private static String without(Kind kind, String text, boolean isChinese) {
    // Letters and digits of full width are the same to people, and as long as the others.
    var matcher = kind.form().matcher(folded(text));
    var masked = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      if (kind.is(matcher) && !isLabelled(kind, text, matcher)) {
        masked.append(text, from, matcher.start()).append(kind.placeholder(isChinese));
        from = matcher.end();
      }
    }
    return masked.append(text.substring(from)).toString();
  }

  private static boolean isLabelled(Kind kind, String text, Matcher found) {
    if (!kind.isNumber()) {
      return false;
    }
    var before = text.substring(Math.max(0, found.start() - LABEL_REACH), found.start());
    return LABEL.matcher(before).find();
  }

  private static String folded(String text) {
    var folded = new StringBuilder(text);
    for (var i = 0; i < text.length(); i++) {
      var sign = text.charAt(i);
      if (sign >= '\uFF01' && sign <= '\uFF5E') {
        folded.setCharAt(i, (char) (sign - '\uFF01' + '!'));
      }
    }
    return folded.toString();
  }

  /** Whether the last digit of a card's number agrees with the others. */
  static boolean isCard(MatchResult found) {
    var digits = found.group().replaceAll("\\D", "");
    int sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}

package dev.hotdesk.understanding.slot;

import java.math.BigDecimal;

/** Numbers as customers write them: 1,299, 三百二十, 两千五, 1.5万. */
final class Numerals {

  /** What may be one, for use in patterns; bounded, and without groups of its own. */
  static final String FORM =
      "(?:\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千零〇]{1,9})万?";

  private static final String DIGITS = "零一二三四五六七八九";

  private Numerals() {}

  /** The number that this stands for. */
  static BigDecimal value(String written) {
    var many = written.endsWith("万");
    var rest = many ? written.substring(0, written.length() - 1) : written;
    var value =
        Character.isDigit(rest.charAt(0))
            ? new BigDecimal(rest.replace(",", ""))
            : BigDecimal.valueOf(chinese(rest));
    return many ? value.multiply(BigDecimal.valueOf(10_000)) : value;
  }

  /** The number that this stands for, as an integer. */
  static int whole(String written) {
    return value(written).intValue();
  }

  /** The same in plain digits. */
  static String plain(String written) {
    var value = value(written);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static long chinese(String signs) {
    var total = 0L;
    var digit = 0L;
    var unit = 1L;
    var isAfterNought = false;
    var isSpelled = signs.chars().noneMatch(sign -> unit((char) sign) > 1);
    for (var at = 0; at < signs.length(); at++) {
      var sign = signs.charAt(at);
      if (unit(sign) > 1) {
        unit = unit(sign);
        total += Math.max(digit, 1) * unit;
        digit = 0;
        isAfterNought = false;
      } else {
        digit = (isSpelled ? digit * 10 : 0) + digit(sign);
        isAfterNought |= digit(sign) == 0;
      }
    }
    return total + digit * (isAfterNought || isSpelled ? 1 : Math.max(1, unit / 10));
  }

  private static int unit(char sign) {
    return switch (sign) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 1;
    };
  }

  private static int digit(char sign) {
    return switch (sign) {
      case '两' -> 2;
      case '〇' -> 0;
      default -> DIGITS.indexOf(sign);
    };
  }
}

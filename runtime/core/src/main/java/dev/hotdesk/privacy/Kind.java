package dev.hotdesk.privacy;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What tells who somebody is, and how it is written; the surest forms come first. */
enum Kind {
  EMAIL("[邮箱]", "[email]", false, "[\\w.+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),

  /** Of the region, the day of birth, a number, and a sum. */
  IDENTITY(
      "[身份证号]",
      "[id number]",
      true,
      "(?<![0-9])[1-9]\\d{5}\\s?(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
          + "\\s?\\d{3}[0-9Xx](?![0-9A-Za-z])"),

  /** As the big card systems number them, with or without gaps. */
  CARD(
      "[银行卡号]",
      "[card number]",
      true,
      "(?<![0-9-])(?:"
          + group("62\\d{2}", "\\d{4}", "\\d{4}", "\\d{4}")
          + "(?:[ -]?\\d{1,3})?|"
          + group("(?:4\\d{3}|5[1-5]\\d{2}|2[2-7]\\d{2}|6011|65\\d{2}|35\\d{2})", "\\d{4}")
          + "[ -]?\\d{4}[ -]?\\d{4}|"
          + group("3[47]\\d{2}", "\\d{6}", "\\d{5}")
          + ")(?![0-9-])",
      Masker::isCard),

  PHONE("[电话]", "[phone]", true, Phones.FORM),

  ADDRESS_ZH("[地址]", "[address]", false, Addresses.CHINESE),

  ADDRESS_EN("[地址]", "[address]", false, Addresses.ENGLISH),

  POSTCODE("[邮编]", "[postcode]", false, Addresses.POSTCODE);

  private final String chinese;
  private final String english;
  private final boolean isNumber;
  private final Pattern form;
  private final Predicate<MatchResult> check;

  Kind(String chinese, String english, boolean isNumber, String form) {
    this(chinese, english, isNumber, form, _ -> true);
  }

  Kind(
      String chinese, String english, boolean isNumber, String form, Predicate<MatchResult> check) {
    this.chinese = chinese;
    this.english = english;
    this.isNumber = isNumber;
    this.form = Pattern.compile(form);
    this.check = check;
  }

  private static String group(String... parts) {
    return String.join("[ -]?", parts);
  }

  String placeholder(boolean inChinese) {
    return inChinese ? chinese : english;
  }

  /** Whether it is nothing but digits, so that an order's number might look like it. */
  boolean isNumber() {
    return isNumber;
  }

  Pattern form() {
    return form;
  }

  boolean is(MatchResult found) {
    return check.test(found);
  }
}

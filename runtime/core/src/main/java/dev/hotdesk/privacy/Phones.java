package dev.hotdesk.privacy;

/** How telephone numbers are written in the countries that shops here sell to. */
final class Phones {

  private static final String CHINESE_MOBILE =
      "(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d(?:[ -]?\\d{4}[ -]?\\d{4}|[ -]?\\d{3}[ -]?\\d{5})";

  private static final String CHINESE_LANDLINE =
      "\\(?0\\d{2,3}\\)?[ -]\\d{7,8}|\\(0\\d{2,3}\\)\\d{7,8}";

  /** With the country in front. */
  private static final String ABROAD = "\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){2,5}\\d";

  private static final String BRITISH =
      "0\\d{9,10}|0\\d{2}[ -]\\d{4}[ -]\\d{4}|\\(?0\\d{3}\\)?[ -]\\d{3}[ -]\\d{3,4}"
          + "|\\(?0\\d{4}\\)?[ -](?:\\d{5,6}|\\d{3}[ -]\\d{3})";

  private static final String AMERICAN =
      "(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])\\d{3}[ .-]\\d{4}";

  static final String FORM =
      "(?<![0-9A-Za-z.-])(?:"
          + String.join("|", CHINESE_MOBILE, CHINESE_LANDLINE, ABROAD, BRITISH, AMERICAN)
          + ")(?![0-9]|-[0-9])";

  private Phones() {}
}

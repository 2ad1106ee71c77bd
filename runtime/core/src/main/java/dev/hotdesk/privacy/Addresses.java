package dev.hotdesk.privacy;

/**
 * How postal addresses are written. A city or a district alone is none: customers ask whether the
 * shop delivers there.
 */
final class Addresses {

  /** What a Chinese name of a place is made of; these signs come before one, not in it. */
  private static final String NAME = "[\\p{IsHan}A-Za-z0-9&&[^我你您他她的是在到住寄送给把改换从请帮要了发好号址]]";

  private static final String NUMBER = "[0-9〇零一二三四五六七八九十百]{1,6}(?:-[0-9]{1,4}){0,3}";
  private static final String STREET = "(?:大道|大街|公路|路|街|巷|弄|胡同)";
  private static final String ESTATE = "(?:小区|花园|家园|公寓|大厦|苑|新村)";
  private static final String BUILDING = "(?:号楼|号院|栋|幢|座|单元)";
  private static final String ROOM = "(?:室|户|楼|层|房)";

  private static final String REST =
      "(?:[ -]?(?:"
          + NAME
          + "{1,8}"
          + ESTATE
          + "|"
          + NUMBER
          + "(?:"
          + BUILDING
          + "|"
          + ROOM
          + "|号|弄|[A-Za-z]座)|[A-Za-z]座|\\d{3,4}(?![0-9])))*";

  static final String CHINESE =
      "(?:"
          // 文三路88号
          + NAME
          + "{1,24}"
          + STREET
          + " ?"
          + NUMBER
          + "(?:号院|号楼|号|弄|巷)"
          + REST
          // 杭州市西湖区文三路, 阳光花园3栋
          + "|"
          + NAME
          + "{1,10}(?:省|自治区|市)"
          + NAME
          + "{1,10}(?:区|县|市|镇|乡)"
          + NAME
          + "{1,16}(?:"
          + STREET
          + "|"
          + ESTATE
          + "|村)"
          + REST
          + "|"
          + NAME
          + "{1,16}"
          + ESTATE
          + " ?"
          + NUMBER
          + "(?:"
          + BUILDING
          + "|"
          + ROOM
          + ")"
          + REST
          // 3栋2单元501室
          + "|"
          + NUMBER
          + BUILDING
          + "[ -]?(?:"
          + NUMBER
          + "单元[ -]?)?(?:"
          + NUMBER
          + ROOM
          + "|\\d{3,4}(?![0-9])))";

  /** Words that stand between a number and a street only where no address is meant. */
  private static final String NO_NAME =
      "(?i:(?:the|a|an|in|on|off|my|our|your|of|to|for|is|are|was|at|from|and|or|per|x|days?|weeks?"
          + "|pairs?|items?|pieces?|pcs|left|more|orders?|percent|inch|mm|cm|kg|km|miles?|speed)\\b)";

  private static final String WORD =
      "(?!" + NO_NAME + ")(?:[A-Za-z][A-Za-z'.]*|\\d{1,3}(?:st|nd|rd|th))";
  private static final String CAPITAL = "(?:[A-Z][A-Za-z'.]*|\\d{1,3}(?:st|nd|rd|th))";
  private static final String FLAT =
      "(?:(?i:flat|apt\\.?|apartment|unit|suite) ?#?[0-9A-Za-z]{1,5})";

  static final String ENGLISH =
      "(?<![0-9A-Za-z.£$€])(?:"
          + "(?:"
          + FLAT
          + ",? )?\\d{1,5}[A-Za-z]?,? (?:(?:"
          + WORD
          + " ){1,3}(?i:street|road|avenue|lane|crescent|boulevard|terrace|rd|ave|blvd|mews)\\b"
          + "(?! (?i:bikes?|tyres?|tires?|shoes?|runn|maps?))"
          + "|(?:"
          + CAPITAL
          + " ){1,3}(?:Street|St|Drive|Dr|Close|Court|Ct|Place|Pl|Square|Sq|Way|Gardens|Grove|Row"
          + "|Hill|Park|Walk|Parade|Green)\\b)\\.?(?:,? "
          + FLAT
          + ")?"
          + "|(?i:p\\.?o\\.? box) \\d{1,6})";

  private static final String STATE =
      "(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]"
          + "|T[NX]|UT|V[TA]|W[AVIY])";

  /** The second half of a British one has no C, I, K, M, O or V; and 2XL is a size. */
  static final String POSTCODE =
      "(?<![0-9A-Za-z])(?:"
          + "(?i:[A-PR-UWYZ][0-9][0-9]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9A-Z]?|[A-PR-UWYZ][0-9][A-Z])"
          + " \\d(?!(?i:xl|gb|tb|lb|ft|xs))(?i:[ABD-HJLNP-UW-Z]{2})(?![0-9A-Za-z])"
          + "|(?<=(?:邮编|邮政编码)(?:是|为|:)?)\\d{6}(?![0-9])"
          + "|(?<="
          + STATE
          + ",? )\\d{5}(?:-\\d{4})?(?![0-9])|(?<=(?i:zip|zip code|postcode|postal code)(?: is|:)?"
          + " )[0-9A-Za-z]{3,8}(?![0-9A-Za-z]))";

  private Addresses() {}
}

package dev.hotdesk.understanding.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Days as they are written in Chinese: 大后天, 上周三, 下个月3号, 十一月五号. */
final class ChineseDays {

  private static final String NUMBER = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final Map<String, Integer> AWAY =
      Map.of("大前", -3, "前", -2, "昨", -1, "今", 0, "明", 1, "后", 2, "大后", 3);

  static final List<DayForm> FORMS =
      List.of(
          DayForm.of(
              "(大前|大后|前|昨|今|明|后)(?:天|日|儿个?|晚|早)(?!气|期)",
              (m, today) -> today.date().plusDays(AWAY.getOrDefault(m.group(1), 0))),
          DayForm.of(
              "(?<!\\d)(20\\d\\d)[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d)[日号]?",
              (m, today) -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
          DayForm.of("(今年|明年|去年)?(?<!\\d)" + NUMBER + "月" + NUMBER + "[日号]?", ChineseDays::ofYear),
          DayForm.of(
              "(上上|上|这|本|下下|下)个?月(?:的)?" + NUMBER + "[号日]",
              (m, today) ->
                  today.date().plusMonths(distance(m.group(1))).withDayOfMonth(number(m, 2))),
          DayForm.of("(上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天末])", ChineseDays::ofWeek),
          DayForm.of(
              "(?<![\\d一二三四五六七八九十月路街弄第a-z.-])" + NUMBER + "[号日](?![楼店线门库桌柜院房馆色码机仓口车单])(?!单元|地铁|链接)",
              (m, today) -> today.dayOfMonth(number(m, 1))));

  private ChineseDays() {}

  private static int number(MatchResult match, int group) {
    return Numerals.whole(match.group(group));
  }

  private static LocalDate ofYear(MatchResult match, Today today) {
    var years = match.group(1) == null ? 0 : "去今明".indexOf(match.group(1).charAt(0)) - 1;
    return match.group(1) == null
        ? today.nearest(number(match, 2), number(match, 3))
        : LocalDate.of(today.date().getYear() + years, number(match, 2), number(match, 3));
  }

  private static LocalDate ofWeek(MatchResult match, Today today) {
    var index = "一二三四五六日天".indexOf(match.group(2));
    var day = index < 0 ? DayOfWeek.SATURDAY : DayOfWeek.of(Math.min(index, 6) + 1);
    return match.group(1) == null
        ? today.weekday(day)
        : today.inWeek(distance(match.group(1)), day);
  }

  private static int distance(String word) {
    return switch (word) {
      case "上上" -> -2;
      case "上" -> -1;
      case "下" -> 1;
      case "下下" -> 2;
      default -> 0;
    };
  }
}

package dev.hotdesk.understanding.slot;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/**
 * Holidays and the days on which shops sell most. Those that follow the moon are listed up to 2030;
 * later ones are not found.
 */
final class Holidays {

  private static final Map<String, List<String>> BY_MOON =
      Map.of(
          "春节",
          List.of(
              "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"),
          "端午",
          List.of(
              "2025-05-31", "2026-06-19", "2027-06-09", "2028-05-28", "2029-06-16", "2030-06-05"),
          "中秋",
          List.of(
              "2025-10-06", "2026-09-25", "2027-09-15", "2028-10-03", "2029-09-22", "2030-09-12"),
          "七夕",
          List.of(
              "2025-08-29", "2026-08-19", "2027-08-08", "2028-08-26", "2029-08-16", "2030-08-05"));

  static final List<DayForm> FORMS =
      List.of(
          DayForm.of("除夕|年三十", (m, today) -> moon("春节", today, 1)),
          DayForm.of("春节|大年初一|过年|(?:chinese|lunar) new year", (m, today) -> moon("春节", today, 0)),
          DayForm.of("端午节?|dragon boat festival", (m, today) -> moon("端午", today, 0)),
          DayForm.of("中秋节?|mid-?autumn festival", (m, today) -> moon("中秋", today, 0)),
          DayForm.of("七夕节?", (m, today) -> moon("七夕", today, 0)),
          fixed("元旦|\\bnew year(?:'?s)? day\\b|(?<!chinese |lunar )\\bnew year\\b(?!'?s)", 1, 1),
          fixed("(?<!七夕)情人节|\\bvalentine'?s?(?: day)?\\b", 2, 14),
          fixed("三八节?(?![十百\\d])|妇女节", 3, 8),
          fixed("五一(?!五)|劳动节", 5, 1),
          fixed("六一(?!八)|儿童节", 6, 1),
          fixed("六一八|(?<!\\d)618(?=大促|活动|期间|的?时候|那天)", 6, 18),
          fixed("国庆节?|十一(?=假|黄金周|长假|期间|小长假)", 10, 1),
          fixed("万圣节|\\bhallowe'?en\\b", 10, 31),
          fixed("双(?:十一|11)(?!\\d)", 11, 11),
          fixed("双(?:十二|12)(?!\\d)", 12, 12),
          fixed("平安夜|\\b(?:christmas|xmas) eve\\b", 12, 24),
          fixed("圣诞节?|\\b(?:christmas|xmas)(?: day)?\\b(?! eve)", 12, 25),
          fixed("\\bboxing day\\b", 12, 26),
          fixed("跨年夜|\\bnew year'?s eve\\b", 12, 31),
          DayForm.of("\\bblack friday\\b|黑色星期五|黑五", (m, today) -> thanksgiving(today).plusDays(1)),
          DayForm.of("\\bcyber monday\\b|网络星期一", (m, today) -> thanksgiving(today).plusDays(4)),
          DayForm.of("\\bthanksgiving\\b|感恩节", (m, today) -> thanksgiving(today)));

  private Holidays() {}

  private static DayForm fixed(String regex, int month, int day) {
    return DayForm.of(regex, (m, today) -> around(MonthDay.of(month, day), today));
  }

  private static LocalDate around(MonthDay day, Today today) {
    var thisYear = day.atYear(today.date().getYear());
    if (today.past()) {
      return thisYear.isAfter(today.date()) ? thisYear.minusYears(1) : thisYear;
    }
    return thisYear.isBefore(today.date()) ? thisYear.plusYears(1) : thisYear;
  }

  private static LocalDate moon(String name, Today today, int daysBefore) {
    return BY_MOON.getOrDefault(name, List.of()).stream()
        .map(day -> LocalDate.parse(day).minusDays(daysBefore))
        .filter(day -> today.past() ? !day.isAfter(today.date()) : !day.isBefore(today.date()))
        .reduce((first, second) -> today.past() ? second : first)
        .orElseThrow(() -> new DateTimeException("No day is known for " + name));
  }

  private static LocalDate thanksgiving(Today today) {
    var year = today.date().getYear();
    var inThis = thanksgivingOf(year);
    if (today.past()) {
      return inThis.isAfter(today.date()) ? thanksgivingOf(year - 1) : inThis;
    }
    return inThis.plusDays(4).isBefore(today.date()) ? thanksgivingOf(year + 1) : inThis;
  }

  private static LocalDate thanksgivingOf(int year) {
    return LocalDate.of(year, Month.NOVEMBER, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
  }
}

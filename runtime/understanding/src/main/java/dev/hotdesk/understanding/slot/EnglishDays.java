package dev.hotdesk.understanding.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Days as they are written in English: next friday, the 14th, 3 Dec, on 25/11. */
final class EnglishDays {

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String YEAR = "(?:,?\\s+(20\\d\\d))?(?!\\d)";
  private static final String NTH = "(\\d{1,2})(?:st|nd|rd|th)";

  static final List<DayForm> FORMS =
      List.of(
          DayForm.of(
              "\\bday (after tomorrow|before yesterday)\\b",
              (m, today) -> today.date().plusDays(m.group(1).startsWith("a") ? 2 : -2)),
          DayForm.of(
              "\\b(?:today|tonight|tonite|this (?:morning|afternoon|evening))\\b",
              (m, today) -> today.date()),
          DayForm.of(
              "\\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tomoz|2moro)\\b",
              (m, today) -> today.date().plusDays(1)),
          DayForm.of("\\b(?:yesterday|last night)\\b", (m, today) -> today.date().minusDays(1)),
          DayForm.of(
              "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "(?![a-z])" + YEAR,
              (m, today) -> ofYear(m.group(2), m.group(1), m.group(3), today)),
          DayForm.of(
              "\\b" + MONTH + "\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)" + YEAR,
              (m, today) -> ofYear(m.group(1), m.group(2), m.group(3), today)),
          DayForm.of(
              "\\b(?:(next|last|this|coming)\\s+)?"
                  + "(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)day\\b",
              EnglishDays::weekday),
          DayForm.of(
              "\\b(next|last|this|on|by|before|until|till|since)\\s+"
                  + "(mon|tues?|weds?|thu(?:rs)?|fri|sat|sun)\\b",
              EnglishDays::weekday),
          DayForm.of(
              "\\b(?:the|on|by|before|until|till|since)\\s+"
                  + NTH
                  + "\\b(?! (?:floor|one|item|time))",
              (m, today) -> today.dayOfMonth(Integer.parseInt(m.group(1)))),
          DayForm.of(
              "\\b(?:on|by|before|until|till|since|from|dated)\\s+(\\d{1,2})/(\\d{1,2})(?![\\d/])",
              (m, today) -> numeric(today, number(m, 1), number(m, 2))),
          DayForm.of(
              "(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(20\\d\\d)(?![\\d/])",
              (m, today) -> numeric(number(m, 3), number(m, 1), number(m, 2))));

  private EnglishDays() {}

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static LocalDate ofYear(String month, String day, @Nullable String year, Today today) {
    var number =
        "janfebmaraprmayjunjulaugsepoctnovdec"
                    .indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3))
                / 3
            + 1;
    var dayNumber = Integer.parseInt(day);
    return year == null
        ? today.nearest(number, dayNumber)
        : LocalDate.of(Integer.parseInt(year), number, dayNumber);
  }

  /** The day comes first, unless that cannot be. */
  private static LocalDate numeric(Today today, int first, int second) {
    return second > 12 ? today.nearest(first, second) : today.nearest(second, first);
  }

  private static LocalDate numeric(int year, int first, int second) {
    return second > 12 ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
  }

  /** "Next Friday" lies in the week after this, "last Friday" is the latest before today. */
  private static LocalDate weekday(MatchResult match, Today today) {
    var name = match.group(2).toLowerCase(Locale.ROOT).substring(0, 3);
    var day = DayOfWeek.of("montuewedthufrisatsun".indexOf(name) / 3 + 1);
    var which = match.group(1) == null ? "" : match.group(1).toLowerCase(Locale.ROOT);
    return switch (which) {
      case "next" -> today.inWeek(1, day);
      case "last" -> today.date().with(TemporalAdjusters.previous(day));
      case "this", "coming", "by", "until", "till" ->
          today.date().with(TemporalAdjusters.nextOrSame(day));
      default -> today.weekday(day);
    };
  }
}

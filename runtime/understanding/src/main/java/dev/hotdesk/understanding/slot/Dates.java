package dev.hotdesk.understanding.slot;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days, as the calendar day they are: tomorrow, 周五, 11月24日, Nov 24. */
final class Dates implements Finder {

  private record Form(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> day) {}

  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final String WEEKDAY =
      "(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)";
  private static final Map<String, Integer> AWAY =
      Map.ofEntries(
          Map.entry("今天", 0),
          Map.entry("今日", 0),
          Map.entry("明天", 1),
          Map.entry("明儿", 1),
          Map.entry("后天", 2),
          Map.entry("大后天", 3),
          Map.entry("昨天", -1),
          Map.entry("前天", -2),
          Map.entry("today", 0),
          Map.entry("tonight", 0),
          Map.entry("tomorrow", 1),
          Map.entry("yesterday", -1));
  private static final List<Form> FORMS =
      List.of(
          new Form(
              pattern("大后天|今天|今日|明天|明儿|后天|昨天|前天|\\b(?:today|tonight|tomorrow|yesterday)\\b"),
              (m, now) -> now.plusDays(AWAY.getOrDefault(m.group().toLowerCase(Locale.ROOT), 0))),
          new Form(
              pattern("(?<!\\d)(20\\d\\d)[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d)日?"),
              (m, now) -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
          new Form(
              pattern("(?<!\\d)(\\d{1,2})月(\\d{1,2})[日号]?"),
              (m, now) -> LocalDate.of(now.getYear(), number(m, 1), number(m, 2))),
          new Form(
              pattern("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "(?![a-z])"),
              (m, now) -> LocalDate.of(now.getYear(), month(m.group(2)), number(m, 1))),
          new Form(
              pattern("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)"),
              (m, now) -> LocalDate.of(now.getYear(), month(m.group(1)), number(m, 2))),
          new Form(
              pattern("(下个?)?(?:周|星期|礼拜)([一二三四五六日天])"),
              (m, now) -> weekday(now, "一二三四五六日天".indexOf(m.group(2)), m.group(1) != null)),
          new Form(
              pattern("\\b(next\\s+)?" + WEEKDAY + "\\b"),
              (m, now) -> weekday(now, englishDay(m.group(2)), false)));

  private final Clock clock;

  Dates(Clock clock) {
    this.clock = clock;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  @Override
  public List<Span> find(Message message) {
    return FORMS.stream().flatMap(form -> spans(form, message)).toList();
  }

  private Stream<Span> spans(Form form, Message message) {
    var now = LocalDate.now(clock);
    return form.pattern()
        .matcher(message.text())
        .results()
        .flatMap(
            m ->
                day(form, m, now)
                    .map(day -> new Span(m.start(), m.end(), "date", day.toString()))
                    .stream());
  }

  private static Optional<LocalDate> day(Form form, MatchResult match, LocalDate now) {
    try {
      return Optional.of(form.day().apply(match, now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static int month(String name) {
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
  }

  private static int englishDay(String name) {
    return "montuewedthufrisatsun".indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) / 3;
  }

  /** The coming one; "下周三" lies in the week after this. */
  private static LocalDate weekday(LocalDate now, int index, boolean inNextWeek) {
    var day = DayOfWeek.of(Math.min(index, 6) + 1);
    return inNextWeek
        ? now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day))
        : now.with(TemporalAdjusters.nextOrSame(day));
  }
}

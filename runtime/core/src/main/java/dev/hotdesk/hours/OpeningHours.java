package dev.hotdesk.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When a shop is open, by the clock on its own wall.
 *
 * @param zone where the shop is
 * @param week the periods of each day of the week, none for a day off; those that last until the
 *     next day belong to the day on which they begin
 * @param exceptions the periods of single dates, instead of those of the week
 */
public record OpeningHours(
    ZoneId zone, Map<DayOfWeek, List<Period>> week, Map<LocalDate, List<Period>> exceptions) {

  /** Of a shop that never closes. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(ZoneOffset.UTC, daily(List.of(Period.WHOLE_DAY)), Map.of());

  /** How far one looks ahead: a shop that is closed for longer is closed for good. */
  private static final int MOST_DAYS = 400;

  private static final Comparator<Span> FIRST =
      Comparator.comparing(Span::opens).thenComparing(Span::closes);

  /** Copies the maps. */
  public OpeningHours {
    week = Map.copyOf(week);
    exceptions = Map.copyOf(exceptions);
  }

  private record Span(Instant opens, Instant closes) {}

  /** The same periods on each day of the week. */
  public static Map<DayOfWeek, List<Period>> daily(List<Period> periods) {
    var week = new EnumMap<DayOfWeek, List<Period>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, periods);
    }
    return week;
  }

  /** Whether the shop is open at this moment. */
  public boolean isOpen(Instant now) {
    return isAlwaysOpen() || spans(now, 1).anyMatch(it -> !it.opens.isAfter(now));
  }

  /** When the shop opens next: at this moment, if it is open. Empty if it does not. */
  public Optional<Instant> opens(Instant now) {
    return isOpen(now) ? Optional.of(now) : spans(now, MOST_DAYS).findFirst().map(Span::opens);
  }

  /** When the shop closes next: at this moment, if it is closed. Empty if it does not. */
  public Optional<Instant> closes(Instant now) {
    if (isAlwaysOpen()) {
      return Optional.empty();
    }
    var end = now;
    for (var span : (Iterable<Span>) spans(now, MOST_DAYS)::iterator) {
      if (span.opens.isAfter(end)) {
        return Optional.of(end);
      }
      end = span.closes.isAfter(end) ? span.closes : end;
    }
    return end.isBefore(day(now).plusDays(MOST_DAYS).atStartOfDay(zone).toInstant())
        ? Optional.of(end)
        : Optional.empty();
  }

  private boolean isAlwaysOpen() {
    return exceptions.isEmpty()
        && Stream.of(DayOfWeek.values()).allMatch(day -> on(day).contains(Period.WHOLE_DAY));
  }

  private List<Period> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  private List<Period> on(LocalDate date) {
    return exceptions.getOrDefault(date, on(date.getDayOfWeek()));
  }

  private LocalDate day(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  /** What is not over yet of the day before and so many days from today, the earliest first. */
  private Stream<Span> spans(Instant now, int days) {
    var today = day(now);
    return LongStream.range(-1, days)
        .mapToObj(today::plusDays)
        .flatMap(date -> on(date).stream().map(period -> span(date, period)).sorted(FIRST))
        .filter(span -> span.closes.isAfter(now));
  }

  private Span span(LocalDate date, Period period) {
    return new Span(period.opens(date, zone), period.closes(date, zone));
  }
}

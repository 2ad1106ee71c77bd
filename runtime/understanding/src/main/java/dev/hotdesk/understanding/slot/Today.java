package dev.hotdesk.understanding.slot;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The day from which others are counted.
 *
 * @param date of the calendar
 * @param past whether the message tells of what has been
 */
record Today(LocalDate date, boolean past) {

  private static final int LONGEST_WAIT = 3;

  /** This day of the month, the coming one or, in a message about the past, the latest. */
  LocalDate dayOfMonth(int day) {
    var step = past ? -1 : 1;
    for (var months = 0; months <= LONGEST_WAIT; months++) {
      var month = date.plusMonths((long) step * months);
      if (day <= month.lengthOfMonth()) {
        var found = month.withDayOfMonth(day);
        if (past ? !found.isAfter(date) : !found.isBefore(date)) {
          return found;
        }
      }
    }
    throw new DateTimeException("No month has a day " + day);
  }

  /** This day of the year, in the year that brings it nearest. */
  LocalDate nearest(int month, int day) {
    return IntStream.rangeClosed(-1, 1)
        .mapToObj(years -> LocalDate.of(date.getYear() + years, month, 1))
        .filter(first -> day <= first.lengthOfMonth())
        .map(first -> first.withDayOfMonth(day))
        .min(Comparator.comparingLong(found -> Math.abs(ChronoUnit.DAYS.between(date, found))))
        .orElseThrow(() -> new DateTimeException("No month " + month + " has a day " + day));
  }

  /** This weekday in a week so many after this one; weeks begin on Monday. */
  LocalDate inWeek(int weeks, DayOfWeek day) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(weeks)
        .with(TemporalAdjusters.nextOrSame(day));
  }

  /** This weekday, the coming one or, in a message about the past, the latest. */
  LocalDate weekday(DayOfWeek day) {
    return date.with(
        past ? TemporalAdjusters.previousOrSame(day) : TemporalAdjusters.nextOrSame(day));
  }
}

package dev.hotdesk.understanding.slot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A way to write a day.
 *
 * @param pattern what it looks like
 * @param reading which day is meant
 */
record DayForm(Pattern pattern, Reading reading) {

  /** Tells the day from what was written. */
  interface Reading {
    LocalDate day(MatchResult match, Today today);
  }

  static DayForm of(String regex, Reading reading) {
    return new DayForm(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), reading);
  }

  /** The day, or nothing where there is none, as on the 31st of February. */
  Optional<LocalDate> day(MatchResult match, Today today) {
    try {
      return Optional.of(reading.day(match, today));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

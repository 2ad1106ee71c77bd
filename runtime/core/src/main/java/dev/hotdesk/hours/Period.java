package dev.hotdesk.hours;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A time of the day at which a shop is open.
 *
 * @param from when it opens
 * @param to when it closes; not after {@code from} if that is on the next day, midnight for the end
 *     of the day
 */
public record Period(LocalTime from, LocalTime to) {

  /** From midnight to midnight. */
  public static final Period WHOLE_DAY = new Period(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final Pattern FORM = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  /** Checks that it is not empty. */
  public Period {
    if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException(
          "The period %s-%s is empty; wanted 00:00-24:00 for a whole day".formatted(from, to));
    }
  }

  /**
   * The period that is written so: {@code 09:00-12:30}, {@code 22:00-02:00}, {@code 00:00-24:00}.
   *
   * @throws IllegalArgumentException if none is
   */
  public static Period of(String text) {
    var match = FORM.matcher(text);
    if (match.matches()) {
      try {
        var to = match.group(2).equals("24:00") ? "00:00" : match.group(2);
        return new Period(LocalTime.parse(match.group(1)), LocalTime.parse(to));
      } catch (DateTimeException e) {
        // Told below.
      }
    }
    throw new IllegalArgumentException(
        "Not a period: \"%s\"; wanted one such as 09:00-12:30".formatted(text));
  }

  /** As {@link #of} reads it. */
  public String text() {
    return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
  }

  Instant opens(LocalDate day, ZoneId zone) {
    return from.equals(LocalTime.MIDNIGHT)
        ? day.atStartOfDay(zone).toInstant()
        : day.atTime(from).atZone(zone).toInstant();
  }

  Instant closes(LocalDate day, ZoneId zone) {
    var last = to.isAfter(from) ? day : day.plusDays(1);
    return to.equals(LocalTime.MIDNIGHT)
        ? last.atStartOfDay(zone).toInstant()
        : last.atTime(to).atZone(zone).toInstant();
  }
}

package dev.hotdesk.function;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times that come again and again, written as in crontab(5): minute, hour, day of month, month, day
 * of week.
 *
 * <p>Each field is {@code *}, a number, a range, or a list of these, with {@code /n} for every
 * n-th; months and days of the week also by their first three letters, Sunday is 0 and 7. If both
 * days are restricted, either is enough.
 *
 * <p>When clocks go forward, a time that is left out comes as much later as was left out. When they
 * go back, a time that comes twice counts once, unless the hour is {@code *}: then it is meant to
 * come each hour.
 */
public final class Crontab {

  /** After so many days without one, there is none: a 29th of February may be eight years off. */
  private static final int FAR = 366 * 9;

  private final Field minutes;
  private final Field hours;
  private final Field days;
  private final Field months;
  private final Field weekdays;

  /**
   * Reads the five fields.
   *
   * @throws IllegalArgumentException that says what is wrong and what was wanted
   */
  public Crontab(String text) {
    var fields = text.strip().split("\\s+");
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "%s has %d fields; wanted five: minute, hour, day of month, month, day of week"
              .formatted(text, text.isBlank() ? 0 : fields.length));
    }
    minutes = Field.read(fields[0], "minute", 0, 59, List.of());
    hours = Field.read(fields[1], "hour", 0, 23, List.of());
    days = Field.read(fields[2], "day of month", 1, 31, List.of());
    months =
        Field.read(
            fields[3],
            "month",
            1,
            12,
            List.of(
                "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                "DEC"));
    weekdays =
        Field.read(
            fields[4],
            "day of week",
            0,
            7,
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));
  }

  /** The first time after a moment, unless there is none. */
  public Optional<Instant> next(Instant after, ZoneId zone) {
    // From the day before: where clocks go back over midnight, it is not over yet.
    var first = LocalDateTime.ofInstant(after, zone).toLocalDate().minusDays(1);
    for (int i = 0; i < FAR; i++) {
      var day = first.plusDays(i);
      if (isOn(day)) {
        var next = times(day, zone).filter(after::isBefore).min(Instant::compareTo);
        if (next.isPresent()) {
          return next;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOn(LocalDate day) {
    if (!months.has(day.getMonthValue())) {
      return false;
    }
    boolean isDay = days.has(day.getDayOfMonth());
    boolean isWeekday = weekdays.has(day.getDayOfWeek().getValue() % 7);
    return (days.isOpen() || weekdays.isOpen()) ? isDay && isWeekday : isDay || isWeekday;
  }

  private Stream<Instant> times(LocalDate day, ZoneId zone) {
    return hours.stream()
        .flatMap(hour -> minutes.stream().map(minute -> day.atTime(hour, minute)))
        .flatMap(time -> moments(time, zone));
  }

  private Stream<Instant> moments(LocalDateTime time, ZoneId zone) {
    var offsets = zone.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      return Stream.of(time.toInstant(zone.getRules().getTransition(time).getOffsetBefore()));
    }
    Stream<ZoneOffset> meant = hours.isOpen() ? offsets.stream() : offsets.stream().limit(1);
    return meant.map(time::toInstant);
  }

  /**
   * The values of one field.
   *
   * @param isOpen whether it begins with an asterisk
   */
  private record Field(BitSet values, boolean isOpen) {

    boolean has(int value) {
      return values.get(value);
    }

    Stream<Integer> stream() {
      return values.stream().boxed();
    }

    static Field read(String text, String what, int least, int most, List<String> names) {
      var values = new BitSet();
      for (var part : text.split(",", -1)) {
        try {
          add(values, part, least, most, names);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "%s is no %s; wanted *, or %d to %d, a range such as %d-%d, or */n"
                  .formatted(part, what, least, most, least, most),
              e);
        }
      }
      if (most == 7 && values.get(7)) {
        values.set(0);
      }
      return new Field(values, text.startsWith("*"));
    }

    private static void add(BitSet to, String part, int least, int most, List<String> names) {
      var stepped = part.split("/", 2);
      int step = stepped.length == 1 ? 1 : number(stepped[1], 1, most, List.of());
      if (stepped[0].equals("*")) {
        fill(to, least, most == 7 ? 6 : most, step);
        return;
      }
      var ends = stepped[0].split("-", 2);
      int from = number(ends[0], least, most, names);
      int until = ends.length == 1 ? from : number(ends[1], least, most, names);
      if (until == 0 && most == 7 && from > 0) {
        until = 7;
      }
      if (until < from || (ends.length == 1 && stepped.length == 2)) {
        throw new IllegalArgumentException(part);
      }
      fill(to, from, until, step);
    }

    private static void fill(BitSet to, int from, int until, int step) {
      for (int value = from; value <= until; value += step) {
        to.set(value);
      }
    }

    private static int number(String text, int least, int most, List<String> names) {
      int named = names.indexOf(text.toUpperCase(Locale.ROOT));
      int number =
          named >= 0 && !text.isEmpty()
              ? named
              : text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
      if (number < least || number > most) {
        throw new IllegalArgumentException(text);
      }
      return number;
    }
  }
}

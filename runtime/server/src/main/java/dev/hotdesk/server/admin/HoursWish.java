package dev.hotdesk.server.admin;

import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import dev.hotdesk.server.http.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours that a store is to have.
 *
 * @param store its name; empty or absent for all that have no hours of their own
 * @param zone where it is, such as {@code Asia/Shanghai}
 * @param week periods such as {@code 09:00-12:30} by {@code monday} to {@code sunday}
 * @param exceptions periods by date, such as {@code 2027-01-01}
 */
public record HoursWish(
    @Nullable String store,
    @Nullable String zone,
    @Nullable Map<String, List<String>> week,
    @Nullable Map<String, List<String>> exceptions) {

  private static final Pattern STORE = Pattern.compile("[\\w.-]{0,64}");
  private static final int MOST_PERIODS = 12;
  private static final int MOST_EXCEPTIONS = 400;

  String checkedStore() {
    var name = store == null ? "" : store.strip();
    if (!STORE.matcher(name).matches()) {
      throw new ProblemException(
          400, "A store's name has at most 64 letters, digits, dots, dashes and underscores.");
    }
    return name;
  }

  OpeningHours checkedHours() {
    var exceptional = days(exceptions, LocalDate::parse, "2027-01-01");
    if (exceptional.size() > MOST_EXCEPTIONS) {
      throw new ProblemException(
          400,
          "There are %d exceptions; wanted at most %d: take out those of the past."
              .formatted(exceptional.size(), MOST_EXCEPTIONS));
    }
    return new OpeningHours(
        checkedZone(), days(week, day -> DayOfWeek.valueOf(upper(day)), "monday"), exceptional);
  }

  private static String upper(String day) {
    return day.toUpperCase(Locale.ROOT);
  }

  private ZoneId checkedZone() {
    try {
      return ZoneId.of(zone == null ? "" : zone.strip());
    } catch (DateTimeException _) {
      throw new ProblemException(
          400, "zone is \"" + zone + "\"; wanted one such as Asia/Shanghai.");
    }
  }

  private static <D> Map<D, List<Period>> days(
      @Nullable Map<String, List<String>> texts, Function<String, D> day, String example) {
    var days = new HashMap<D, List<Period>>();
    if (texts != null) {
      texts.forEach((name, periods) -> days.put(day(name, day, example), periods(name, periods)));
    }
    return days;
  }

  private static <D> D day(String name, Function<String, D> day, String example) {
    try {
      return day.apply(name.strip());
    } catch (IllegalArgumentException | DateTimeException _) {
      throw new ProblemException(
          400, "There are hours for \"%s\"; wanted a day such as %s.".formatted(name, example));
    }
  }

  private static List<Period> periods(String day, @Nullable List<String> texts) {
    if (texts == null || texts.size() > MOST_PERIODS) {
      throw new ProblemException(
          400, "%s: wanted a list of at most %d periods.".formatted(day, MOST_PERIODS));
    }
    try {
      return texts.stream().map(Period::of).toList();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, day + ": " + e.getMessage() + ".");
    }
  }
}

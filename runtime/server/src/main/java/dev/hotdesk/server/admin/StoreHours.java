package dev.hotdesk.server.admin;

import dev.hotdesk.hours.Period;
import dev.hotdesk.server.hours.HoursTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a store, as admins are shown them.
 *
 * @param store its name; empty for all that have no hours of their own
 * @param zone where it is, such as {@code Asia/Shanghai}
 * @param week periods such as {@code 09:00-12:30} by day of the week; none on other days
 * @param exceptions periods by date, instead of those of the week
 * @param open whether it is open now
 * @param next when that changes, if it does
 * @param changed when they were set
 * @param changed_by by which admin
 */
public record StoreHours(
    String store,
    String zone,
    Map<String, List<String>> week,
    Map<String, List<String>> exceptions,
    boolean open,
    @Nullable Instant next,
    Instant changed,
    String changed_by) {

  static StoreHours of(HoursTable.Entry entry, Instant now) {
    var hours = entry.hours();
    boolean isOpen = hours.isOpen(now);
    return new StoreHours(
        entry.store(),
        hours.zone().getId(),
        texts(hours.week(), day -> day.name().toLowerCase(Locale.ROOT)),
        texts(hours.exceptions(), Object::toString),
        isOpen,
        (isOpen ? hours.closes(now) : hours.opens(now)).orElse(null),
        entry.changed(),
        entry.by());
  }

  private static <D> Map<String, List<String>> texts(
      Map<D, List<Period>> days, Function<D, String> name) {
    var texts = new TreeMap<String, List<String>>();
    days.forEach(
        (day, periods) -> texts.put(name.apply(day), periods.stream().map(Period::text).toList()));
    return texts;
  }
}

package dev.hotdesk.server.hours;

import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Timetable;
import dev.hotdesk.server.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * When each store is open, in the database; at hand in memory, as it is asked with every event. The
 * hours of the store with the empty name are those of all that have none of their own; without
 * those, a store never closes.
 */
public final class HoursTable implements Timetable {

  private final Sql sql;
  private final Clock clock;
  private final Runnable changed;
  private volatile Map<String, OpeningHours> known = Map.of();

  /** In this database. Nothing is read before {@link #refresh}. */
  public HoursTable(DataSource database, Clock clock) {
    this(database, clock, () -> {});
  }

  /** The same; tells this whenever the hours are changed here. */
  public HoursTable(DataSource database, Clock clock, Runnable changed) {
    this.changed = changed;
    this.sql = new Sql(database, HoursUnavailableException::new);
    this.clock = clock;
  }

  /**
   * The hours of one store.
   *
   * @param store its name; empty for all that have no hours of their own
   * @param changed when they were set
   * @param by which admin
   */
  public record Entry(String store, OpeningHours hours, Instant changed, String by) {}

  @Override
  public OpeningHours of(String store) {
    var present = known;
    var own = present.get(store);
    return own != null ? own : present.getOrDefault("", OpeningHours.ALWAYS);
  }

  /** Everything, by name. */
  public List<Entry> all() {
    return sql.query(
        "select store, body, changed, changed_by from opening_hours order by store",
        row ->
            new Entry(
                row.getString("store"),
                HoursJson.decode(row.getString("body")),
                Sql.instant(row, "changed"),
                row.getString("changed_by")));
  }

  /** Sets the hours of a store, from now on. */
  public void put(String store, OpeningHours hours, String by) {
    var body = HoursJson.encode(hours);
    var now = clock.instant();
    var who = by.length() <= 40 ? by : by.substring(0, 40);
    sql.inTransaction(
        connection -> {
          Sql.update(connection, "delete from opening_hours where store = ?", store);
          return Sql.update(
              connection,
              "insert into opening_hours (store, body, changed, changed_by) values (?, ?, ?, ?)",
              store,
              body,
              now,
              who);
        });
    changed.run();
    refresh();
  }

  /** Takes a store's own hours away; false if it has none. */
  public boolean remove(String store) {
    boolean isFound = sql.update("delete from opening_hours where store = ?", store) > 0;
    changed.run();
    refresh();
    return isFound;
  }

  /** Reads what admins have set, here or on another server; returns whether it is something new. */
  public boolean refresh() {
    var read = all().stream().collect(Collectors.toUnmodifiableMap(Entry::store, Entry::hours));
    boolean isNew = !read.equals(known);
    known = read;
    return isNew;
  }
}

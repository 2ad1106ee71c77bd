package dev.hotdesk.server.store;

import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Occasion;
import dev.hotdesk.server.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Keeps timers and schedules in a relational database, beside the deliveries they become. */
public final class SqlClockwork implements Clockwork {

  private static final String OF_SCHEDULE =
      " where plugin = ? and function_name = ? and cron = ? and zone = ?";

  private final Sql sql;

  /** Keeps them in this database. */
  public SqlClockwork(DataSource database) {
    this.sql = new Sql(database, SqlDeliveries::unavailable);
  }

  @Override
  public void set(Alarm alarm) {
    sql.inTransaction(
        connection -> {
          int changed =
              Sql.update(
                  connection,
                  "update plugin_timer set due = ?, body = ?, setting = ?"
                      + " where plugin = ? and name = ? and timer_key = ?",
                  alarm.due(),
                  alarm.json(),
                  alarm.setting(),
                  alarm.plugin(),
                  alarm.name(),
                  alarm.key());
          // If another thread sets it between the two, one of the two settings holds.
          return changed == 1
              ? changed
              : Sql.update(
                  connection,
                  "insert into plugin_timer (due, body, setting, plugin, name, timer_key)"
                      + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                  alarm.due(),
                  alarm.json(),
                  alarm.setting(),
                  alarm.plugin(),
                  alarm.name(),
                  alarm.key());
        });
  }

  @Override
  public void cancel(String plugin, String name, String key) {
    sql.update(
        "delete from plugin_timer where plugin = ? and name = ? and timer_key = ?",
        plugin,
        name,
        key);
  }

  @Override
  public int ring(
      String plugin,
      String name,
      Instant now,
      int most,
      Function<Alarm, List<Occasion>> occasions) {
    return sql.inTransaction(
        connection -> {
          var due =
              Sql.query(
                  connection,
                  "select plugin, name, timer_key, due, body, setting from plugin_timer"
                      + " where plugin = ? and name = ? and due <= ? order by due fetch first "
                      + most
                      + " rows only",
                  SqlClockwork::alarm,
                  plugin,
                  name,
                  now);
          var rows = new ArrayList<OccasionRow>();
          for (var alarm : due) {
            int taken =
                Sql.update(
                    connection,
                    "delete from plugin_timer"
                        + " where plugin = ? and name = ? and timer_key = ? and setting = ?",
                    plugin,
                    name,
                    alarm.key(),
                    alarm.setting());
            if (taken == 1) {
              occasions.apply(alarm).forEach(it -> rows.add(OccasionRow.of(it, now)));
            }
          }
          OccasionRow.insert(connection, rows);
          return due.size();
        });
  }

  @Override
  public Instant next(Schedule schedule, Instant otherwise) {
    return sql.inTransaction(
        connection -> {
          Sql.update(
              connection,
              "insert into plugin_schedule (plugin, function_name, cron, zone, due)"
                  + " values (?, ?, ?, ?, ?) on conflict do nothing",
              schedule.plugin(),
              schedule.function(),
              schedule.cron(),
              schedule.zone(),
              otherwise);
          return Sql.query(
                  connection,
                  "select due from plugin_schedule" + OF_SCHEDULE,
                  row -> Sql.instant(row, "due"),
                  schedule.plugin(),
                  schedule.function(),
                  schedule.cron(),
                  schedule.zone())
              .getFirst();
        });
  }

  @Override
  public void ring(Schedule schedule, Instant due, Instant next, Optional<Occasion> occasion) {
    var rows = occasion.map(it -> OccasionRow.of(it, due)).stream().toList();
    sql.inTransaction(
        connection -> {
          int moved =
              Sql.update(
                  connection,
                  "update plugin_schedule set due = ?" + OF_SCHEDULE + " and due = ?",
                  next,
                  schedule.plugin(),
                  schedule.function(),
                  schedule.cron(),
                  schedule.zone(),
                  due);
          if (moved == 1) {
            OccasionRow.insert(connection, rows);
          }
          return moved;
        });
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    return new Alarm(
        row.getString("plugin"),
        row.getString("name"),
        row.getString("timer_key"),
        Sql.instant(row, "due"),
        row.getString("body"),
        row.getString("setting"));
  }
}

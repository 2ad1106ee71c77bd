package dev.hotdesk.server.plugins;

import dev.hotdesk.server.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/** What admins gave as plugins' settings, in the database. */
final class StoredSettings {

  private static final Given NOTHING = new Given("{}", 0, Instant.EPOCH, "");

  private final Sql sql;
  private final Clock clock;

  StoredSettings(DataSource database, Clock clock) {
    this.sql = new Sql(database, PluginDataException::new);
    this.clock = clock;
  }

  /**
   * What was given for one plugin.
   *
   * @param json an object
   * @param revision counts its changes; 0 if nothing was given
   * @param changed when
   * @param by who did
   */
  record Given(String json, long revision, Instant changed, String by) {}

  Given find(String plugin) {
    return sql
        .query(
            "select settings, revision, changed, changed_by from plugin_config where plugin = ?",
            row ->
                new Given(
                    row.getString(1),
                    row.getLong(2),
                    Sql.instant(row, "changed"),
                    row.getString(4)),
            plugin)
        .stream()
        .findFirst()
        .orElse(NOTHING);
  }

  /** Replaces what was given, if it still is of this revision. */
  boolean replace(String plugin, String json, long revision, String by) {
    if (revision == 0) {
      return sql.insert(
          "insert into plugin_config (plugin, settings, revision, changed, changed_by)"
              + " values (?, ?, 1, ?, ?)",
          plugin,
          json,
          clock.instant(),
          by);
    }
    return sql.update(
            "update plugin_config set settings = ?, revision = revision + 1, changed = ?,"
                + " changed_by = ? where plugin = ? and revision = ?",
            json,
            clock.instant(),
            by,
            plugin,
            revision)
        == 1;
  }
}

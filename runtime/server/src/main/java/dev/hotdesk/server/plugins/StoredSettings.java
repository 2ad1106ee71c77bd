package dev.hotdesk.server.plugins;

import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/** What admins gave as plugins' settings, in the database. */
final class StoredSettings {

  private static final Given NOTHING = new Given("{}", 0, Instant.EPOCH, "");

  private final Tables tables;
  private final Clock clock;

  StoredSettings(DataSource database, Clock clock) {
    this.tables = new Tables(database);
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
    return tables
        .query(
            "select settings, revision, changed, changed_by from plugin_config where plugin = ?",
            row ->
                new Given(
                    row.getString(1), row.getLong(2), Tables.instant(row, 3), row.getString(4)),
            plugin)
        .stream()
        .findFirst()
        .orElse(NOTHING);
  }

  /** Replaces what was given, if it still is of this revision. */
  boolean replace(String plugin, String json, long revision, String by) {
    if (revision == 0) {
      return tables.insert(
          "insert into plugin_config (plugin, settings, revision, changed, changed_by)"
              + " values (?, ?, 1, ?, ?)",
          plugin,
          json,
          clock.instant(),
          by);
    }
    return tables.update(
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

package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.PluginStore;
import dev.hotdesk.server.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps what plugins store in the server's database. Keys are bytes of UTF-8 there: they have the
 * same order in every database, whatever its collation.
 */
final class SqlPluginStore implements PluginStore {

  private final Sql sql;
  private final Clock clock;
  private final int mostKeys;

  SqlPluginStore(DataSource database, Clock clock) {
    this(database, clock, MOST_KEYS);
  }

  /** With room for fewer keys: for tests. */
  SqlPluginStore(DataSource database, Clock clock, int mostKeys) {
    this.sql = new Sql(database, PluginDataException::new);
    this.clock = clock;
    this.mostKeys = mostKeys;
  }

  @Override
  public Optional<String> get(String plugin, String key) {
    return sql
        .query(
            "select v from plugin_storage where plugin = ? and k = ?",
            row -> row.getString(1),
            plugin,
            bytes(key))
        .stream()
        .findFirst();
  }

  @Override
  public void put(String plugin, String key, String value) {
    boolean isSet = false;
    while (!isSet) { // another may add or remove the key between the two
      isSet =
          sql.update(
                  "update plugin_storage set v = ?, changed = ? where plugin = ? and k = ?",
                  value,
                  clock.instant(),
                  plugin,
                  bytes(key))
              == 1;
      isSet = isSet || insert(plugin, key, value);
    }
  }

  @Override
  public boolean replace(String plugin, String key, Optional<String> expected, String value) {
    if (expected.isEmpty()) {
      return get(plugin, key).isEmpty() && insert(plugin, key, value);
    }
    return sql.update(
            "update plugin_storage set v = ?, changed = ? where plugin = ? and k = ? and v = ?",
            value,
            clock.instant(),
            plugin,
            bytes(key),
            expected.get())
        == 1;
  }

  @Override
  public void remove(String plugin, String key) {
    sql.update("delete from plugin_storage where plugin = ? and k = ?", plugin, bytes(key));
  }

  @Override
  public List<String> keys(String plugin, String prefix) {
    var most = " order by k fetch first " + MOST_TOLD + " rows only";
    var from = bytes(prefix);
    return prefix.isEmpty()
        ? sql.query(
            "select k from plugin_storage where plugin = ?" + most, SqlPluginStore::key, plugin)
        : sql.query(
            "select k from plugin_storage where plugin = ? and k >= ? and k < ?" + most,
            SqlPluginStore::key,
            plugin,
            from,
            after(from));
  }

  private boolean insert(String plugin, String key, String value) {
    long keys =
        sql.query(
                "select count(*) from plugin_storage where plugin = ?",
                row -> row.getLong(1),
                plugin)
            .getFirst();
    if (keys >= mostKeys) {
      throw PluginStore.full(plugin);
    }
    return sql.insert(
        "insert into plugin_storage (plugin, k, v, changed) values (?, ?, ?, ?)",
        plugin,
        bytes(key),
        value,
        clock.instant());
  }

  /** The first bytes after all that begin like this; no byte of UTF-8 is the highest there is. */
  private static byte[] after(byte[] prefix) {
    var next = Arrays.copyOf(prefix, prefix.length);
    next[next.length - 1]++;
    return next;
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static String key(ResultSet row) throws SQLException {
    return new String(row.getBytes(1), StandardCharsets.UTF_8);
  }
}

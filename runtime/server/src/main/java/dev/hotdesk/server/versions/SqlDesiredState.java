package dev.hotdesk.server.versions;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.server.sql.Sql;
import jakarta.json.JsonException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Keeps what is wanted of the plugins in the database. */
public final class SqlDesiredState implements DesiredState {

  /** A plugin's id is never empty, so this row can have the revision of the whole. */
  private static final String WHOLE = "";

  /** Of each plugin, so many happenings are kept. */
  private static final int KEPT = 500;

  private final Sql sql;
  private final String node;

  /** Writes down what is the case as that of this node. */
  public SqlDesiredState(DataSource database, String node) {
    this.sql = new Sql(database, SqlDesiredState::unavailable);
    this.node = node;
  }

  @Override
  public Revision load() {
    try {
      return sql.inTransaction(SqlDesiredState::revision);
    } catch (JsonException e) {
      throw unavailable(e);
    }
  }

  private static Revision revision(Connection connection) throws SQLException {
    long revision = 0;
    var wishes = new HashMap<String, Wish>();
    for (var row :
        Sql.query(
            connection,
            "select plugin, revision, wish from plugin_desired",
            SqlDesiredState::row)) {
      if (row.plugin.equals(WHOLE)) {
        revision = row.revision;
      } else {
        wishes.put(row.plugin, WishJson.decode(row.wish));
      }
    }
    return new Revision(revision, wishes);
  }

  private record Row(String plugin, long revision, String wish) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getString(1), row.getLong(2), row.getString(3));
  }

  @Override
  public long save(long known, Map<String, Wish> wishes) {
    return sql.inTransaction(
        connection -> {
          takeTurn(connection, known);
          Sql.update(connection, "delete from plugin_desired where plugin <> ?", WHOLE);
          for (var wish : wishes.entrySet()) {
            Sql.update(
                connection,
                "insert into plugin_desired (plugin, revision, wish) values (?, ?, ?)",
                wish.getKey(),
                known + 1,
                WishJson.encode(wish.getValue()));
          }
          return known + 1;
        });
  }

  /** Only one may follow on a revision. */
  private static void takeTurn(Connection connection, long known) throws SQLException {
    int changed =
        Sql.update(
            connection,
            "update plugin_desired set revision = ? where plugin = ? and revision = ?",
            known + 1,
            WHOLE,
            known);
    if (changed == 0 && known == 0) {
      changed =
          Sql.update(
              connection,
              "insert into plugin_desired (plugin, revision, wish) values (?, ?, ?)",
              WHOLE,
              1L,
              "{}");
    }
    if (changed == 0) {
      throw new DesiredStateUnavailableException(
          "Another node has saved what is wanted after revision " + known, null);
    }
  }

  @Override
  public void happened(List<Happening> happenings) {
    sql.inTransaction(
        connection -> {
          for (var it : happenings) {
            Sql.update(
                connection,
                "insert into plugin_timeline (at, plugin, version, generation, what, who,"
                    + " note) values (?, ?, ?, ?, ?, ?, ?)",
                it.at(),
                it.plugin(),
                cut(it.version(), 64),
                it.generation(),
                cut(it.what(), 40),
                cut(it.by(), 80),
                cut(it.note(), 2000));
          }
          for (var plugin : happenings.stream().map(Happening::plugin).distinct().toList()) {
            Sql.update(
                connection,
                "delete from plugin_timeline where plugin = ? and id <= (select max(id)"
                    + " from plugin_timeline where plugin = ?) - ?",
                plugin,
                plugin,
                20 * KEPT);
          }
          return true;
        });
  }

  @Override
  public List<Happening> timeline(String plugin, int most) {
    return sql.query(
        "select at, plugin, version, generation, what, who, note from plugin_timeline"
            + " where plugin = ? order by id desc limit ?",
        row ->
            new Happening(
                Sql.instant(row, "at"),
                row.getString("plugin"),
                row.getString("version"),
                row.getInt("generation"),
                row.getString("what"),
                row.getString("who"),
                row.getString("note")),
        plugin,
        most);
  }

  @Override
  public void observed(List<Observed> generations) {
    sql.inTransaction(
        connection -> {
          Sql.update(connection, "delete from plugin_observed where node = ?", node);
          for (var it : generations) {
            Sql.update(
                connection,
                "insert into plugin_observed (node, plugin, generation, version, sha256,"
                    + " state, note) values (?, ?, ?, ?, ?, ?, ?)",
                node,
                it.plugin(),
                it.generation(),
                cut(it.version(), 64),
                it.sha256(),
                it.state(),
                cut(it.note(), 2000));
          }
          return true;
        });
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static DesiredStateUnavailableException unavailable(Exception e) {
    return new DesiredStateUnavailableException(
        "The tables of plugin versions cannot be used: " + e.getMessage(), e);
  }
}

package dev.hotdesk.server.store;

import dev.hotdesk.function.DeadLetter;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.function.DeliveriesUnavailableException;
import dev.hotdesk.function.Delivery;
import dev.hotdesk.function.Occasion;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Keeps deliveries in a relational database. A claim is an update that only one node can make: it
 * moves the delivery's due time behind the end of the claim.
 */
public final class SqlDeliveries implements Deliveries {

  private static final String OF_CLAIM = " where id = ? and claim = ? and state = 'waiting'";
  private static final String COLUMNS =
      "select id, plugin, function_name, occasion, happened, cause, attempt, claim, due, error"
          + " from plugin_delivery ";

  private final Sql sql;

  /** Keeps them in this database. */
  public SqlDeliveries(DataSource database) {
    this.sql = new Sql(database, SqlDeliveries::unavailable);
  }

  static DeliveriesUnavailableException unavailable(SQLException e) {
    return new DeliveriesUnavailableException(
        "What is due for plugins' functions cannot be read or stored: " + e.getMessage(), e);
  }

  @Override
  public void add(List<Occasion> occasions, Instant due) {
    var rows = occasions.stream().map(occasion -> OccasionRow.of(occasion, due)).toList();
    sql.inTransaction(
        connection -> {
          OccasionRow.insert(connection, rows);
          return rows;
        });
  }

  @Override
  public List<Delivery> claim(
      String plugin, Set<String> functions, int most, Instant now, Instant until, String node) {
    return sql.inTransaction(
        connection -> {
          var due = due(connection, plugin, functions, most, now);
          return due.isEmpty() ? List.of() : claimed(connection, due, until, node);
        });
  }

  private static List<Delivery> due(
      Connection connection, String plugin, Set<String> functions, int most, Instant now)
      throws SQLException {
    var select =
        COLUMNS
            + "where plugin = ? and state = 'waiting' and due <= ? and function_name in ("
            + String.join(", ", Collections.nCopies(functions.size(), "?"))
            + ") order by due, id fetch first "
            + most
            + " rows only";
    var values = new ArrayList<Object>(List.of(plugin, now));
    values.addAll(functions);
    return Sql.query(connection, select, SqlDeliveries::delivery, values.toArray());
  }

  /** Those that nobody else has taken since they were read. */
  private static List<Delivery> claimed(
      Connection connection, List<Delivery> due, Instant until, String node) throws SQLException {
    var claimed = new ArrayList<Delivery>(due.size());
    for (var delivery : due) {
      int changed =
          Sql.update(
              connection,
              "update plugin_delivery set due = ?, attempt = attempt + 1, claim = claim + 1, node ="
                  + " ?"
                  + OF_CLAIM,
              until,
              node,
              delivery.id(),
              delivery.claim());
      if (changed == 1) {
        claimed.add(
            new Delivery(
                delivery.id(), delivery.occasion(), delivery.attempt() + 1, delivery.claim() + 1));
      }
    }
    return claimed;
  }

  @Override
  public void done(Delivery delivery) {
    sql.update("delete from plugin_delivery" + OF_CLAIM, delivery.id(), delivery.claim());
  }

  @Override
  public void again(Delivery delivery, Instant due, String error) {
    sql.update(
        "update plugin_delivery set due = ?, error = ?" + OF_CLAIM,
        due,
        storable(error),
        delivery.id(),
        delivery.claim());
  }

  @Override
  public void putBack(Delivery delivery, Instant due) {
    sql.update(
        "update plugin_delivery set due = ?, attempt = attempt - 1" + OF_CLAIM,
        due,
        delivery.id(),
        delivery.claim());
  }

  @Override
  public void bury(Delivery delivery, Instant now, String error) {
    sql.update(
        "update plugin_delivery set state = 'dead', due = ?, error = ?" + OF_CLAIM,
        now,
        storable(error),
        delivery.id(),
        delivery.claim());
  }

  @Override
  public int buryOlder(Instant before, Instant now, String error) {
    return sql.update(
        "update plugin_delivery set state = 'dead', due = ?, error = ?, claim = claim + 1"
            + " where state = 'waiting' and due < ?",
        now,
        storable(error),
        before);
  }

  @Override
  public List<DeadLetter> dead(String plugin, int most) {
    var ofPlugin = plugin.isEmpty() ? "" : " and plugin = ?";
    var select =
        COLUMNS
            + "where state = 'dead'"
            + ofPlugin
            + " order by due desc, id desc fetch first "
            + most
            + " rows only";
    var values = plugin.isEmpty() ? new Object[0] : new Object[] {plugin};
    return sql.inTransaction(
        connection -> Sql.query(connection, select, SqlDeliveries::deadLetter, values));
  }

  @Override
  public boolean replay(long id, Instant now) {
    return sql.update(
            "update plugin_delivery set state = 'waiting', attempt = 0, due = ?, error = ''"
                + " where id = ? and state = 'dead'",
            now,
            id)
        == 1;
  }

  @Override
  public int replayAll(String plugin, Instant now) {
    return sql.update(
        "update plugin_delivery set state = 'waiting', attempt = 0, due = ?, error = ''"
            + " where plugin = ? and state = 'dead'",
        now,
        plugin);
  }

  @Override
  public boolean discard(long id) {
    return sql.update("delete from plugin_delivery where id = ? and state = 'dead'", id) == 1;
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"), occasion(row), row.getInt("attempt"), row.getLong("claim"));
  }

  private static DeadLetter deadLetter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong("id"),
        occasion(row),
        row.getInt("attempt"),
        Sql.instant(row, "due"),
        row.getString("error"));
  }

  private static Occasion occasion(ResultSet row) throws SQLException {
    return new Occasion(
        row.getString("plugin"),
        row.getString("function_name"),
        row.getString("occasion"),
        Sql.instant(row, "happened"),
        CauseJson.decode(row.getString("cause")));
  }

  /** What a plugin throws may hold anything. */
  private static String storable(String error) {
    var printable = error.replaceAll("\\p{Cntrl}", " ");
    return printable.length() <= 2000 ? printable : printable.substring(0, 2000);
  }
}

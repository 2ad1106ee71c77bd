package dev.hotdesk.server.node;

import dev.hotdesk.server.sql.Sql;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Where servers write how they are, and admins what they want of them. */
final class NodeBoard {

  private static final String OPEN = "open";
  private static final String ALIVE = "current_timestamp - interval '10' second";

  private final Sql sql;

  NodeBoard(DataSource database) {
    this.sql = new Sql(database, NodesUnavailableException::new);
  }

  /** A server has started: nothing is wanted of it, whatever was before. */
  void begin(String node) {
    sql.update("delete from node_report where reported < current_timestamp - interval '1' day");
    if (sql.update("update node_report set wanted = ?, wanted_by = '' where node = ?", OPEN, node)
        == 0) {
      insert(node, OPEN, "");
    }
  }

  private boolean insert(String node, String wanted, String by) {
    return sql.insert(
        "insert into node_report (node, state, connections, busy, fault, reported, wanted,"
            + " wanted_by) values (?, 'open', 0, 0, '', current_timestamp, ?, ?)",
        node,
        wanted,
        by);
  }

  /** Writes how a server is; false if nothing is known of it. */
  boolean report(String node, String state, int connections, int busy, String fault) {
    return sql.update(
            "update node_report set state = ?, connections = ?, busy = ?, fault = ?,"
                + " reported = current_timestamp where node = ?",
            state,
            connections,
            busy,
            fault.length() > 400 ? fault.substring(0, 400) : fault,
            node)
        == 1;
  }

  /** Notes what is wanted of a server; false if there is no such one. */
  boolean want(String node, String wanted, String by) {
    return sql.update(
            "update node_report set wanted = ?, wanted_by = ? where node = ?", wanted, by, node)
        == 1;
  }

  /** What is wanted of a server. */
  Optional<String> wanted(String node) {
    return sql
        .query(
            "select wanted from node_report where node = ?", row -> row.getString("wanted"), node)
        .stream()
        .findFirst();
  }

  /** All that were there within a day. */
  List<KnownNode> all() {
    return sql.query(
        "select node, state, connections, busy, fault, wanted, wanted_by, reported,"
            + " case when reported >= "
            + ALIVE
            + " then 1 else 0 end as alive from node_report order by node",
        row ->
            new KnownNode(
                row.getString("node"),
                row.getString("state"),
                row.getInt("connections"),
                row.getInt("busy"),
                row.getString("fault"),
                row.getString("wanted"),
                row.getString("wanted_by"),
                Sql.instant(row, "reported"),
                row.getInt("alive") == 1));
  }
}

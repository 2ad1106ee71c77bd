package dev.hotdesk.server.cluster;

import dev.hotdesk.server.sql.Sql;
import java.util.List;
import javax.sql.DataSource;

/**
 * Claims in the database that run out unless they are renewed. Only the database's clock counts, so
 * that it does not matter what the servers' clocks show.
 */
final class Leases {

  /** For how long a lease holds after it was taken or renewed. */
  static final int SECONDS = 6;

  private static final String UNTIL = "current_timestamp + interval '" + SECONDS + "' second";

  private final Sql sql;
  private final String node;
  private final String holder;

  /**
   * Takes leases in this database.
   *
   * @param node what this server is called
   * @param holder another one each time that a server starts
   */
  Leases(DataSource database, String node, String holder) {
    this.sql = new Sql(database, ClusterUnavailableException::new);
    this.node = node;
    this.holder = holder;
  }

  /**
   * A lease as it stands.
   *
   * @param alive whether it has not run out
   */
  record Held(String name, String node, boolean mine, boolean alive) {}

  /** Takes a lease, or renews it; false if somebody else has it. */
  boolean take(String name) {
    return sql.update(
                "update cluster_lease set node = ?, holder = ?, expires = "
                    + UNTIL
                    + " where name = ? and (holder = ? or expires < current_timestamp)",
                node,
                holder,
                name,
                holder)
            == 1
        || sql.insert(
            "insert into cluster_lease (name, node, holder, expires) values (?, ?, ?, "
                + UNTIL
                + ")",
            name,
            node,
            holder);
  }

  /** Renews all that this server has; those that another one has taken meanwhile are lost. */
  void renew() {
    sql.update("update cluster_lease set expires = " + UNTIL + " where holder = ?", holder);
  }

  /** All leases of all servers. */
  List<Held> all() {
    return sql.query(
        "select name, node, case when holder = ? then 1 else 0 end as mine,"
            + " case when expires >= current_timestamp then 1 else 0 end as alive"
            + " from cluster_lease order by name",
        row ->
            new Held(
                row.getString("name"),
                row.getString("node"),
                row.getInt("mine") == 1,
                row.getInt("alive") == 1),
        holder);
  }

  /** Gives back those of this server's leases whose name begins like this. */
  void release(String prefix) {
    sql.update("delete from cluster_lease where holder = ? and name like ?", holder, prefix + "%");
  }

  /** Forgets servers that have been gone for a day. */
  void tidy() {
    sql.update("delete from cluster_lease where expires < current_timestamp - interval '1' day");
  }
}

package dev.hotdesk.server.cluster;

import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.server.workspace.Seats;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where operators sit, in a table. What is at hand of the other servers is a second old. */
final class SqlSeats implements Seats {

  private static final Logger LOG = LoggerFactory.getLogger(SqlSeats.class);

  private final Sql sql;
  private final String node;
  private final Set<String> here = ConcurrentHashMap.newKeySet();
  private final Pump writing;
  private volatile Set<String> elsewhere = Set.of();
  private volatile Runnable changed = () -> {};
  private volatile Runnable told = () -> {};
  private volatile boolean isBehind = true;

  /** Seats at this server and the others. */
  SqlSeats(DataSource database, String node, Executor executor) {
    this.sql = new Sql(database, ClusterUnavailableException::new);
    this.node = node;
    this.writing = new Pump(executor, this::write);
  }

  @Override
  public void taken(String login) {
    here.add(login);
    isBehind = true;
    writing.wake();
  }

  @Override
  public void left(String login) {
    here.remove(login);
    isBehind = true;
    writing.wake();
  }

  @Override
  public Set<String> elsewhere() {
    return elsewhere;
  }

  @Override
  public boolean isElsewhereNow(String login) {
    return read().contains(login);
  }

  @Override
  public void whenChanged(Runnable listener) {
    changed = listener;
  }

  /** Is told when somebody has come to, or gone from, this server, and it is written down. */
  void whenWritten(Runnable listener) {
    told = listener;
  }

  /** Writes what could not be written. */
  void catchUp() {
    if (isBehind) {
      writing.wake();
    }
  }

  /** Reads where the others sit. */
  void look() {
    var before = elsewhere;
    if (!read().equals(before)) {
      changed.run();
    }
  }

  private Set<String> read() {
    var found =
        Set.copyOf(
            sql.query(
                "select distinct s.login from operator_seat s"
                    + " join cluster_lease l on l.name = 'node ' || s.node"
                    + " where s.node <> ? and l.expires >= current_timestamp",
                row -> row.getString(1),
                node));
    elsewhere = found;
    return found;
  }

  /** Who sat at a server that is gone. */
  List<String> of(String gone) {
    return sql.query(
        "select login from operator_seat where node = ?", row -> row.getString(1), gone);
  }

  /** Nobody sits there any more. */
  void clear(String gone) {
    sql.update("delete from operator_seat where node = ?", gone);
  }

  private void write() {
    try {
      isBehind = false;
      var written = new HashSet<>(of(node));
      for (var login : Set.copyOf(here)) {
        if (!written.remove(login)) {
          sql.insert(
              "insert into operator_seat (node, login, since) values (?, ?, current_timestamp)",
              node,
              login);
        }
      }
      for (var login : written) {
        if (!here.contains(login)) {
          sql.update("delete from operator_seat where node = ? and login = ?", node, login);
        }
      }
      told.run();
    } catch (ClusterUnavailableException e) {
      isBehind = true;
      LOG.debug("Seats are written later: {}", e.getMessage());
    }
  }
}

package dev.hotdesk.server.replica;

import dev.hotdesk.server.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Reads what may be a few seconds old: on the replica while it keeps up, else on the primary. What
 * was read tells where.
 */
public final class Readings {

  /** A query was given up because it took too long; it would take no less on the primary. */
  private static final String CANCELLED = "57014";

  /** The replica threw a query out because it had to go on following. */
  private static final String IN_THE_WAY = "40";

  private final DataSource primary;
  private final Optional<Replica> replica;
  private final LongAdder onReplica = new LongAdder();
  private final LongAdder instead = new LongAdder();

  /**
   * Reads there.
   *
   * @param primary through a pool of its own, so that nobody who writes waits for who reads
   */
  public Readings(DataSource primary, Optional<Replica> replica) {
    this.primary = primary;
    this.replica = replica;
  }

  /** How the replica fares, if there is one. */
  public Optional<Standing> standing() {
    return replica.map(Replica::standing);
  }

  /** How many were read on the replica. */
  public long onReplica() {
    return onReplica.sum();
  }

  /** How many were read on the primary because the replica could not be. */
  public long instead() {
    return instead.sum();
  }

  /** Reads; the work may be done twice, so it must not change anything. */
  public <T> Read<T> read(Sql.Work<T> work) throws SQLException {
    if (replica.isEmpty()) {
      return new Read<>(on(primary, work), "primary", "");
    }
    if (replica.get().standing() instanceof Standing.Following) {
      try {
        var value = on(replica.get().database(), work);
        onReplica.increment();
        return new Read<>(value, "replica", "");
      } catch (SQLException e) {
        giveUp(replica.get(), e);
      }
    }
    instead.increment();
    return new Read<>(on(primary, work), "primary", note(replica.get().standing()));
  }

  /** Reads where nothing is missing. */
  public <T> Read<T> onPrimary(Sql.Work<T> work) throws SQLException {
    return new Read<>(
        on(primary, work), "primary", replica.isEmpty() ? "" : "The replica does not have it yet.");
  }

  private static void giveUp(Replica replica, SQLException fault) throws SQLException {
    var state = String.valueOf(fault.getSQLState());
    if (state.equals(CANCELLED)) {
      throw fault;
    }
    if (!state.startsWith(IN_THE_WAY)) {
      replica.failed(fault.getMessage());
    }
  }

  private static String note(Standing standing) {
    return standing instanceof Standing.Following
        ? "The replica was busy following, so the primary was read."
        : standing.note();
  }

  private static <T> T on(DataSource database, Sql.Work<T> work) throws SQLException {
    try (var connection = database.getConnection()) {
      return work.run(connection);
    }
  }
}

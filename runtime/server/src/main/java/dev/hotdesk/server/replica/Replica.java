package dev.hotdesk.server.replica;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A replica of the database, and how far it is behind. A row is written on the primary again and
 * again, by the primary's clock; how old the one on the replica is tells the truth also of a
 * replica that has lost its primary and believes to be up to date.
 */
public final class Replica {

  private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
  private static final Duration STUCK = Duration.ofSeconds(6);
  private static final int ANSWER = 3;
  private static final String BEAT = "select at from replica_pulse where name = 'beat'";

  private final DataSource primary;
  private final DataSource database;
  private final Duration allowed;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Standing standing = new Standing.Gone("it was not looked at yet");
  private volatile long began;
  private boolean wasSeen;

  /**
   * Watches this replica.
   *
   * @param database the replica
   * @param allowed how far it may be behind
   */
  public Replica(DataSource primary, DataSource database, Duration allowed) {
    this.primary = primary;
    this.database = database;
    this.allowed = allowed;
  }

  /** How it fares; at hand. */
  public Standing standing() {
    long since = began;
    return looking.isLocked() && since != 0 && System.nanoTime() - since > STUCK.toNanos()
        ? new Standing.Gone("it does not answer")
        : standing;
  }

  DataSource database() {
    return database;
  }

  /** Looks how it fares, every few seconds; never throws. */
  public void look() {
    if (!looking.tryLock()) {
      return;
    }
    try {
      began = System.nanoTime();
      measure();
    } finally {
      looking.unlock();
    }
  }

  private void measure() {
    Instant last;
    Instant now;
    try (var connection = primary.getConnection()) {
      last = beat(connection);
      now = renewed(connection);
    } catch (SQLException e) {
      // While the primary is down nothing is written that the replica could miss.
      LOG.debug("How far the replica is behind cannot be told: {}", e.getMessage());
      return;
    }
    try (var connection = database.getConnection()) {
      var there = beat(connection);
      if (wasSeen) {
        var lag = there.isBefore(last) ? Duration.between(there, now) : Duration.ZERO;
        become(lag.compareTo(allowed) > 0 ? new Standing.Behind(lag) : new Standing.Following(lag));
      }
      // The beat of before may be of a day when no server ran.
      wasSeen = true;
    } catch (SQLException e) {
      become(new Standing.Gone(String.valueOf(e.getMessage())));
    }
  }

  /** It failed while it was read: not to be read until it was looked at again. */
  void failed(@Nullable String why) {
    become(new Standing.Gone(String.valueOf(why)));
  }

  private void become(Standing next) {
    var before = standing;
    standing = next;
    if (before.getClass() == next.getClass()) {
      return;
    }
    switch (next) {
      case Standing.Following _ ->
          LOG.info("The replica keeps up; history, search and reports are read there");
      case Standing.Behind(var lag) ->
          LOG.warn(
              "The replica is {} s behind, more than {} s: the primary is read instead",
              lag.toSeconds(),
              allowed.toSeconds());
      case Standing.Gone(var why) ->
          LOG.warn("The replica cannot be read; the primary is read instead: {}", why);
    }
  }

  private static Instant beat(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setQueryTimeout(ANSWER);
      try (var row = statement.executeQuery(BEAT)) {
        if (!row.next()) {
          throw new SQLException("the table replica_pulse is empty");
        }
        return Sql.instant(row, "at");
      }
    }
  }

  private static Instant renewed(Connection connection) throws SQLException {
    Sql.update(
        connection, "update replica_pulse set at = current_timestamp(6) where name = 'beat'");
    return beat(connection);
  }
}

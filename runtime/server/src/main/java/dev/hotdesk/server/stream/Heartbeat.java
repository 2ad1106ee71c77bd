package dev.hotdesk.server.stream;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after all open connections once a second, with one timer. */
public final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Set<Beating> connections = ConcurrentHashMap.newKeySet();

  /** Begins to beat. */
  public Heartbeat(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /** A connection that wants to be looked after. */
  public interface Beating {

    /** Must not block. The time is of {@link System#nanoTime}. */
    void beat(long now);

    /** Why nobody owns this connection, or empty: it should have been removed. */
    default String orphaned(long now) {
      return "";
    }

    /**
     * The server goes down: say good-bye and close, on this thread. The executors of an application
     * that stops take no more work. May block while the other side does not read.
     *
     * @param retryAfterMillis when to come back
     */
    void leave(long retryAfterMillis);
  }

  /** Looks after a connection until it is removed. */
  public void add(Beating connection) {
    connections.add(connection);
  }

  /** It is closed. */
  public void remove(Beating connection) {
    connections.remove(connection);
  }

  /** All connections that are open. */
  public Set<Beating> connections() {
    return Set.copyOf(connections);
  }

  /** How many connections are open. */
  public int size() {
    return connections.size();
  }

  /** The connections that should have been removed, each with the reason. */
  public List<String> orphans() {
    var now = System.nanoTime();
    return connections.stream()
        .map(connection -> connection.orphaned(now))
        .filter(why -> !why.isEmpty())
        .toList();
  }

  private void beat() {
    var now = System.nanoTime();
    for (var connection : connections) {
      try {
        connection.beat(now);
      } catch (RuntimeException e) {
        LOG.error("A connection could not be looked after", e);
      }
    }
  }
}

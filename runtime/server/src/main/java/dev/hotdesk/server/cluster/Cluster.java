package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Peers;
import dev.hotdesk.conversation.Signals;
import dev.hotdesk.server.stream.Relay;
import dev.hotdesk.server.workspace.Seats;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * This server among those that share its database. One that is alone has all duties, and nothing of
 * this costs it more than a glance into a small table each two seconds; on the embedded database
 * not even that.
 */
public abstract sealed class Cluster implements Peers, AutoCloseable permits Alone, Member {

  /** A server that nobody can share a database with. */
  public static Cluster alone() {
    return new Alone();
  }

  /**
   * A server among others.
   *
   * @param node what it is called, and no other
   * @param redis where servers tell each other what happens; empty if they are to look for it
   * @param timeout how long Redis may take
   */
  public static Cluster on(
      DataSource database, String node, Optional<URI> redis, Duration timeout) {
    return new Member(database, node, redis, timeout);
  }

  /** Takes this server's name; waits for one that has just died of the same name. */
  public abstract void join();

  /** What this server is called; empty if nobody can be beside it. */
  public abstract String node();

  /**
   * A secret that all servers must have alike.
   *
   * @param proposal what to keep if there is none yet
   */
  public abstract String secret(String name, String proposal);

  /** Work that one of the servers must do. */
  public abstract Duty duty(String work);

  /** Tells these listeners and the other servers of what is stored. */
  public abstract Signals signals(Signals listeners);

  /** Is told of each server that is gone. */
  public abstract void whenGone(Consumer<String> listener);

  /** The other servers that are alive. */
  public abstract Set<String> others();

  /** Whether no other server has been there for a while. */
  public final boolean isAlone() {
    return !mayWrite();
  }

  /**
   * Begins to listen to the others.
   *
   * @param executor lends a thread for as long as this is open
   */
  public abstract void open(Executor executor, Here here);

  /** Where operators sit, at this server and the others. To be asked for once it is open. */
  public abstract Seats seats();

  /** Passes on to the others what is not stored. */
  public abstract Relay relay();

  /** Says to the others that what they keep at hand under this name was changed. Does not block. */
  public abstract void tell(String name);

  /** What makes the servers hear of each other's news later than usual; empty for nothing. */
  public abstract String fault();

  /** Hands the duties over; the server stays among the others until it is closed. */
  public abstract void resign();

  /** Takes duties again after it has resigned. */
  public abstract void rejoin();

  @Override
  public abstract void close();
}

package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Peers;
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
   */
  public static Cluster on(DataSource database, String node) {
    return new Member(database, node);
  }

  /** Takes this server's name; waits for one that has just died of the same name. */
  public abstract void join();

  /** Work that one of the servers must do. */
  public abstract Duty duty(String work);

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

  /** Hands the duties over; the server stays among the others until it is closed. */
  public abstract void resign();

  @Override
  public abstract void close();
}

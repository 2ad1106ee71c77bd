package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.session.Entry;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The journal's own statements, but each append in a transaction of its own, on as many connections
 * at once as a server's pool has: what group commit is measured against.
 */
public final class CommitPerMessage {

  private final AppendTransaction transaction;
  private final Semaphore connections;

  /** Stores through these, so many at once. */
  public CommitPerMessage(EntityManagerFactory factory, int atOnce) {
    this.transaction = new AppendTransaction(factory, LogSubscribers.NONE);
    this.connections = new Semaphore(atOnce);
  }

  /** As the journal does. */
  public Appended append(Conversation next, long expected, List<Entry> entries) {
    var append = Append.of(next, expected, entries, List.of(), false);
    connections.acquireUninterruptibly();
    try {
      transaction.store(List.of(append));
    } finally {
      connections.release();
    }
    return append.done().join();
  }
}

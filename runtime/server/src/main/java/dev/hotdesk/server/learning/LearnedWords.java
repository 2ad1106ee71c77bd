package dev.hotdesk.server.learning;

import dev.hotdesk.server.retention.Belongings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What was learned from conversations that are deleted goes with them. */
public final class LearnedWords implements Belongings {

  private final Runnable changed;
  private final AtomicBoolean isLess = new AtomicBoolean();

  /** Tells this that less is taught now; it must not block. */
  public LearnedWords(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public String name() {
    return "learned_examples";
  }

  @Override
  public int forget(Connection connection, String conversation) throws SQLException {
    int forgotten = LearnedTable.forget(connection, conversation);
    if (forgotten > 0) {
      isLess.set(true);
    }
    return forgotten;
  }

  @Override
  public void afterwards() {
    if (isLess.getAndSet(false)) {
      changed.run();
    }
  }
}

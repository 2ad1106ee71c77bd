package dev.hotdesk.server.store;

import java.time.Duration;

/** Is told how the journal does, for metrics. Must not block nor throw. */
@FunctionalInterface
public interface JournalWatch {

  /** A batch of so many appends was stored. */
  void stored(int appends, Duration time);
}

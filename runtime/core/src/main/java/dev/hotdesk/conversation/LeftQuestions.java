package dev.hotdesk.conversation;

import dev.hotdesk.session.Ask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Asks the agents anew what another server was at when it died. Whoever stores a question asks it,
 * so one that stays unanswered for long has been left. To ask once too often is harmless: only the
 * first answer counts.
 */
public final class LeftQuestions {

  private final Journal journal;
  private final SessionProcessor processor;
  private final long patience;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<Left, Long> since = new HashMap<>();

  /**
   * Looks for questions in this journal.
   *
   * @param patience how long an answer may take
   * @param nanos of {@link System#nanoTime}; servers' clocks differ
   */
  public LeftQuestions(
      Journal journal, SessionProcessor processor, Duration patience, LongSupplier nanos) {
    this.journal = journal;
    this.processor = processor;
    this.patience = patience.toNanos();
    this.nanos = nanos;
  }

  private record Left(String conversation, Ask ask) {}

  /** Asks anew what was found before, and is unanswered still; returns how many. */
  public int sweep() {
    var now = nanos.getAsLong();
    var owed = owed();
    lock.lock();
    try {
      var known = since;
      since = new HashMap<>();
      owed.forEach(it -> since.put(it, known.getOrDefault(it, now)));
      owed = owed.stream().filter(it -> now - since.getOrDefault(it, now) >= patience).toList();
      owed.forEach(it -> since.put(it, now));
    } finally {
      lock.unlock();
    }
    owed.forEach(it -> processor.askAnew(it.conversation()));
    return owed.size();
  }

  /** A server is known to have died: asks anew whatever is unanswered; returns how many. */
  public int sweepAll() {
    return processor.recover();
  }

  private List<Left> owed() {
    return journal.owed().stream()
        .flatMap(it -> it.session().ask().stream().map(ask -> new Left(it.id(), ask)))
        .toList();
  }
}

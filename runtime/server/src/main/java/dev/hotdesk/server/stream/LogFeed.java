package dev.hotdesk.server.stream;

import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The log of one conversation as one connection reads it: each entry once and in order, the old
 * ones out of the journal, the new ones as they come. Holds few; a reader who lags behind reads
 * them from the journal later.
 *
 * <p>{@link #offer} may be called by any thread; the rest by one at a time.
 */
public final class LogFeed {

  static final int MOST_HELD = 32;

  private final Journal journal;
  private final String conversation;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Logged> held = new ArrayDeque<>(2);
  private final long asked;
  private long last;
  private long offered;
  private long passed;

  /** Reads on after this place. To miss nothing, offers must come in before the log is read. */
  public LogFeed(Journal journal, String conversation, long after) {
    this.journal = journal;
    this.conversation = conversation;
    this.asked = after;
    this.passed = after;
    this.last = after;
  }

  /**
   * The log goes at least as far as this. If that is not even as far as it was asked to read on
   * from, it is not the log that the other side knows: an older one was restored. It is then read
   * from its beginning.
   */
  public void reaches(long sequence) {
    lock.lock();
    try {
      if (sequence < asked && offered <= asked) {
        held.clear();
        passed = 0;
        last = Math.max(sequence, offered);
      } else if (sequence > last) {
        last = sequence;
        held.clear();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes in entries that have just been stored. */
  public void offer(List<Logged> entries) {
    lock.lock();
    try {
      for (var entry : entries) {
        offered = Math.max(offered, entry.sequence());
        if (entry.sequence() <= last) {
          continue;
        }
        if (entry.entry() instanceof Entry.Recalled) {
          // What is held may be what was taken back: the journal tells it without its words.
          held.clear();
        }
        if (entry.sequence() != last + 1 || held.size() >= MOST_HELD) {
          held.clear();
        } else {
          held.add(entry);
        }
        last = entry.sequence();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next entries to pass on, at the most so many; the same again until they are passed. */
  public List<Logged> next(int most) {
    lock.lock();
    try {
      if (last <= passed) {
        return List.of();
      }
      while (!held.isEmpty() && held.peek().sequence() <= passed) {
        held.remove();
      }
      var first = held.peek();
      if (first != null && first.sequence() == passed + 1) {
        return new ArrayList<>(held).subList(0, Math.min(most, held.size()));
      }
    } finally {
      lock.unlock();
    }
    return journal.read(conversation, passed, most);
  }

  /** All up to this place has been passed on. */
  public void passed(long sequence) {
    lock.lock();
    try {
      passed = sequence;
    } finally {
      lock.unlock();
    }
  }

  /** How far it has been passed on. */
  public long passed() {
    lock.lock();
    try {
      return passed;
    } finally {
      lock.unlock();
    }
  }
}

package dev.hotdesk.delivery;

import dev.hotdesk.delivery.Marks.Whose;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;

/**
 * How far each side of a conversation has got: told at once, stored with others a moment later. May
 * be asked by many threads at once.
 *
 * <p>A mark that was told but not yet stored is lost with its server; the client says it again with
 * its next message.
 */
public final class Watermarks {

  private static final int MOST_WAITING = 50_000;
  private static final int MOST_KNOWN = 20_000;

  private final Marks store;
  private final ToLongFunction<String> last;
  private final Told told;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<Whose, Mark> waiting = new LinkedHashMap<>();
  private final Map<Whose, Mark> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Whose, Mark> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * Keeps marks in this store.
   *
   * @param last the last sequence in a conversation's log, beyond which nobody can have got; blocks
   * @param told is told of each mark that moves
   */
  public Watermarks(Marks store, ToLongFunction<String> last, Told told) {
    this.store = store;
    this.last = last;
    this.told = told;
  }

  /** Is told how far a side has got. Must not block. */
  @FunctionalInterface
  public interface Told {

    /** This side is there now. */
    void moved(String conversation, Side side, Mark mark);
  }

  /** Everything up to here has reached a client of this side. Blocks for the log's end. */
  public void received(String conversation, Side side, long sequence) {
    move(new Whose(conversation, side), new Mark(sequence, 0));
  }

  /** Everything up to here was shown to a person of this side. Blocks for the log's end. */
  public void read(String conversation, Side side, long sequence) {
    move(new Whose(conversation, side), new Mark(sequence, sequence));
  }

  /** How far a side has got. Blocks for the store. */
  public Mark of(String conversation, Side side) {
    var whose = new Whose(conversation, side);
    return store.of(whose).and(held(whose));
  }

  /** Stores what has moved. Called about once a second, by one at a time. */
  public void flush() {
    Map<Whose, Mark> moved;
    lock.lock();
    try {
      moved = waiting;
      waiting = new LinkedHashMap<>();
    } finally {
      lock.unlock();
    }
    if (moved.isEmpty()) {
      return;
    }
    try {
      store.raise(moved);
    } catch (RuntimeException e) {
      moved.forEach(this::put);
      throw e;
    }
  }

  private void move(Whose whose, Mark mark) {
    var before = held(whose);
    if (before.and(mark).equals(before)) {
      return;
    }
    var after = before.and(mark.within(last.applyAsLong(whose.conversation())));
    if (!after.equals(before)) {
      put(whose, after);
      told.moved(whose.conversation(), whose.side(), after);
    }
  }

  private Mark held(Whose whose) {
    lock.lock();
    try {
      return known.getOrDefault(whose, Mark.NONE);
    } finally {
      lock.unlock();
    }
  }

  private void put(Whose whose, Mark mark) {
    lock.lock();
    try {
      known.merge(whose, mark, Mark::and);
      if (waiting.size() < MOST_WAITING || waiting.containsKey(whose)) {
        waiting.merge(whose, mark, Mark::and);
      }
    } finally {
      lock.unlock();
    }
  }
}

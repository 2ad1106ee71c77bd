package dev.hotdesk.server.gateway;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps what customers without WebSocket say in order, as {@link SpokenOrder} does for a socket:
 * what is posted of one conversation is taken one after another, and what was said after a refused
 * message waits for that one. Remembers only who has something under way or owes something.
 */
final class PolledOrder {

  private static final Duration GIVEN_UP = SpokenOrder.GIVEN_UP;
  private static final int MOST_OWING = 20_000;

  private final Executor executor;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Line> lines = new LinkedHashMap<>(16, 0.75f, true);

  PolledOrder(Executor executor, LongSupplier nanos) {
    this.executor = executor;
    this.nanos = nanos;
  }

  /** What is said in one conversation. The counts are guarded by the lock. */
  private static final class Line {
    private final SpokenOrder order = new SpokenOrder();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private long letIn;
    private int underWay;
    private long touched;
  }

  /**
   * Takes a message after those before it.
   *
   * @param work takes it; on a borrowed thread that may block
   */
  CompletionStage<Answered> say(
      String conversation, String id, Supplier<CompletionStage<Answered>> work) {
    lock.lock();
    try {
      var now = nanos.getAsLong();
      forgetOld(now);
      var line = lines.computeIfAbsent(conversation, _ -> new Line());
      line.touched = now;
      line.underWay++;
      var number = ++line.letIn;
      var answered =
          line.last
              .handleAsync((_, _) -> line.order.isNext(id, number, nanos.getAsLong()), executor)
              .thenCompose(isNext -> isNext ? work.get() : before(id))
              .whenComplete(
                  (answer, _) -> {
                    if (answer != null) {
                      line.order.answered(id, answer, nanos.getAsLong());
                    }
                    left(conversation, line);
                  });
      line.last = answered;
      return answered;
    } finally {
      lock.unlock();
    }
  }

  /** A message was refused before it came so far. */
  void turnedAway(String conversation, String id) {
    lock.lock();
    try {
      var line = lines.computeIfAbsent(conversation, _ -> new Line());
      line.touched = nanos.getAsLong();
      line.order.turnedAway(id, line.letIn);
    } finally {
      lock.unlock();
    }
  }

  /** How many conversations it remembers. */
  int size() {
    lock.lock();
    try {
      return lines.size();
    } finally {
      lock.unlock();
    }
  }

  private static CompletionStage<Answered> before(String id) {
    return CompletableFuture.completedFuture(new Answered.Refused("busy", SpokenOrder.FIRST, id));
  }

  private void left(String conversation, Line line) {
    lock.lock();
    try {
      if (--line.underWay == 0 && line.order.owesNothing()) {
        lines.remove(conversation, line);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Those that were used longest ago come first. */
  private void forgetOld(long now) {
    for (Iterator<Line> all = lines.values().iterator(); all.hasNext(); ) {
      var line = all.next();
      var isOver = now - line.touched > GIVEN_UP.toNanos() || lines.size() > MOST_OWING;
      if (!isOver || line.underWay > 0) {
        return;
      }
      all.remove();
    }
  }
}

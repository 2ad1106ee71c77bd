package dev.hotdesk.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread on which a whole crowd lives: its connections, its timers, its books. */
public final class Loop implements AutoCloseable {

  private static final int READ_AT_ONCE = 256 * 1024;

  private final Selector selector;
  private final Thread thread;
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timed> timers = new PriorityQueue<>();
  private final ByteBuffer received = ByteBuffer.allocateDirect(READ_AT_ONCE);
  private final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
  private long planned;
  private volatile boolean closed;

  private record Timed(long at, long number, Runnable task) implements Comparable<Timed> {
    @Override
    public int compareTo(Timed other) {
      var byTime = Long.compare(at - other.at, 0);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  /** Begins to run. */
  @SuppressWarnings("this-escape") // the thread is the last thing that is made
  public Loop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("No selector for the crowd: " + e, e);
    }
    thread = new Thread(this::run, "crowd");
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs this on the crowd's thread, soon. From any thread. */
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Runs this on the crowd's thread and gives what it gave. From any other thread. */
  public <T> T ask(Supplier<T> question) {
    var answer = new CompletableFuture<T>();
    execute(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Runs this at a time of {@link System#nanoTime}. On the crowd's thread only. */
  void at(long nanos, Runnable task) {
    timers.add(new Timed(nanos, planned++, task));
  }

  /** Runs this after a while. On the crowd's thread only. */
  void in(long millis, Runnable task) {
    at(System.nanoTime() + millis * 1_000_000, task);
  }

  Selector selector() {
    return selector;
  }

  /** What was read last, for one at a time. */
  ByteBuffer received() {
    return received;
  }

  private void run() {
    while (!closed) {
      try {
        selector.select(this::serve, pause());
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
          guarded(task);
        }
        for (var next = timers.peek(); next != null && next.at <= System.nanoTime(); ) {
          timers.remove();
          guarded(next.task);
          next = timers.peek();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The crowd's selector broke: " + e, e);
      }
    }
    selector.keys().forEach(key -> ((Line) key.attachment()).close());
    try {
      selector.close();
    } catch (IOException _) {
      // It was to go anyway.
    }
  }

  /** In milliseconds: what is due within one of them is late by it, and its latency says so. */
  private long pause() {
    var next = timers.peek();
    return next == null ? 100 : Math.clamp((next.at - System.nanoTime()) / 1_000_000, 1, 100);
  }

  private void serve(SelectionKey key) {
    guarded(() -> ((Line) key.attachment()).ready());
  }

  /** The first thing that went wrong in the crowd itself: no figure counts then. */
  void requireSound() {
    var first = fault.get();
    if (first != null) {
      throw new IllegalStateException("The crowd itself is at fault: " + first, first);
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      fault.compareAndSet(null, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

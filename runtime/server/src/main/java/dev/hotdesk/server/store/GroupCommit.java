package dev.hotdesk.server.store;

import dev.hotdesk.conversation.JournalUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the appends of many conversations and stores those that have gathered while the batch
 * before was being stored: no append waits on purpose, and under load they share a commit.
 */
final class GroupCommit implements AutoCloseable {

  static final int MOST_IN_BATCH = 500;
  static final int MOST_WAITING = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<List<Append>> store;
  private final JournalWatch watch;
  private final ArrayBlockingQueue<Append> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ArrayDeque<Append> gathered = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closing;
  private volatile boolean running;

  GroupCommit(Consumer<List<Append>> store, Executor executor, JournalWatch watch) {
    this.store = store;
    this.watch = watch;
    executor.execute(this::run);
  }

  int waiting() {
    return waiting.size();
  }

  boolean isAlive() {
    return ended.getCount() > 0;
  }

  /** Takes an append in; it completes by itself. */
  void add(Append append) {
    try {
      if (closing || !waiting.offer(append, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw refusal(closing ? "The journal is closed" : "The journal is overloaded");
      }
      if (ended.getCount() == 0) {
        refuseWaiting();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal("Interrupted while waiting for the journal");
    }
  }

  private void run() {
    running = true;
    var batch = new ArrayList<Append>(MOST_IN_BATCH);
    try {
      while (!closing || !waiting.isEmpty() || !gathered.isEmpty()) {
        if (gathered.isEmpty()) {
          var first = waiting.poll(1, TimeUnit.SECONDS);
          if (first == null) {
            continue;
          }
          gathered.add(first);
        }
        waiting.drainTo(gathered, Math.max(0, MOST_IN_BATCH - gathered.size()));
        choose(batch);
        store(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
      // There are some only if this thread died: those who wait for them would wait for ever.
      batch.forEach(GroupCommit::refuse);
      gathered.forEach(GroupCommit::refuse);
      refuseWaiting();
    }
  }

  private void refuseWaiting() {
    for (var append = waiting.poll(); append != null; append = waiting.poll()) {
      refuse(append);
    }
  }

  /** Does nothing if it is certain already what became of it. */
  private static void refuse(Append append) {
    append.done().completeExceptionally(refusal("The journal is closed"));
  }

  private static JournalUnavailableException refusal(String message) {
    return new JournalUnavailableException(message, new RejectedExecutionException(message));
  }

  private void store(List<Append> batch) {
    long began = System.nanoTime();
    try {
      store.accept(batch);
      watch.stored(batch.size(), Duration.ofNanos(System.nanoTime() - began));
    } catch (RuntimeException e) {
      LOG.error("A batch of {} appends failed", batch.size(), e);
      batch.forEach(append -> append.done().completeExceptionally(e));
    }
  }

  /**
   * Moves from the gathered ones to the batch, leaving a conversation's second one for the next.
   */
  private void choose(List<Append> batch) {
    var conversations = new HashSet<String>();
    var later = new ArrayDeque<Append>();
    while (!gathered.isEmpty()) {
      var append = gathered.remove();
      if (batch.size() < MOST_IN_BATCH && conversations.add(append.conversation())) {
        batch.add(append);
      } else {
        later.add(append);
      }
    }
    gathered.addAll(later);
  }

  /** Stores what is waiting, then ends. */
  @Override
  public void close() {
    closing = true;
    if (!running) {
      // The application never started, so the executor never came to it.
      refuseWaiting();
      return;
    }
    try {
      if (!ended.await(10, TimeUnit.SECONDS)) {
        LOG.error("The journal did not store {} appends within 10 s", waiting());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

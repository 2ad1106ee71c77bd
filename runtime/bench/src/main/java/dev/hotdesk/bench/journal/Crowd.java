package dev.hotdesk.bench.journal;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/** Customers of whom each says the next thing as soon as the one before is durable. */
public final class Crowd {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Append append;
  private final int customers;
  private final LongConsumer times;

  /** Makes something durable. */
  public interface Append {
    /** As the journal does. */
    Appended append(Conversation next, long expected, List<Entry> entries);
  }

  /**
   * Gathers them.
   *
   * @param times is told how long each message took, in nanoseconds, by many threads
   */
  public Crowd(Append append, int customers, LongConsumer times) {
    this.append = append;
    this.customers = customers;
    this.times = times;
  }

  /** Lets them talk for so long. */
  public void talk(Duration time) {
    var round = COUNT.incrementAndGet();
    long end = System.nanoTime() + time.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < customers; i++) {
        var id = "web.bench-%d-%d".formatted(round, i);
        threads.execute(() -> talk(id, end));
      }
    }
  }

  private void talk(String id, long end) {
    long last = 0;
    while (System.nanoTime() < end) {
      long began = System.nanoTime();
      var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      var session = new Session(1, new State.BotServing(List.of()), 1, last + 1, Times.begin(now));
      var said = new Entry.Said(Author.CUSTOMER, "", "我的订单20261123-88到哪了? " + last, "c-" + last);
      var next = new Conversation(id, now, now, session, Dialogue.NONE, "", "");
      if (!(append.append(next, last, List.of(said)) instanceof Appended.Committed)) {
        throw new IllegalStateException("A message was taken for another: " + id + " " + last);
      }
      times.accept(System.nanoTime() - began);
      last++;
    }
  }
}

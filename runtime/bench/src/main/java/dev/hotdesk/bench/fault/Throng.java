package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Doors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Customers who ask a bot that takes its time, several things at once, from two pages at once, over
 * lines that they themselves break, until told to stop.
 */
public final class Throng implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final String QUESTION = "where is order 20261123-88";
  private static final String PERSON = "转人工";

  private final Doors doors;
  private final String origin;
  private final long pauseMillis;
  private final List<CustomerClient> customers = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> unanswered = new CopyOnWriteArrayList<>();
  private final List<String> slow = new CopyOnWriteArrayList<>();
  private final AtomicInteger twins = new AtomicInteger();
  private volatile boolean isLeaving;

  /** So many, who say so many things a second all together. */
  public Throng(Doors doors, String origin, int size, double perSecond) {
    this.doors = doors;
    this.origin = origin;
    this.pauseMillis = Math.round(size * 1000 / perSecond);
    for (int i = 0; i < size; i++) {
      customers.add(CustomerClient.connect(doors.from(i), origin, i % 2 == 0 ? "en" : "zh"));
    }
  }

  /** All begin to chat. */
  public void begin() {
    for (var customer : customers) {
      threads.add(Thread.ofVirtual().name("asking").start(() -> chat(customer)));
    }
  }

  private void chat(CustomerClient customer) {
    pause(ThreadLocalRandom.current().nextLong(pauseMillis + 1));
    while (!isLeaving) {
      var ids = speak(customer);
      for (var id : ids) {
        if (customer.awaitPromise(id, PATIENCE).isEmpty()) {
          unanswered.add("no ack of " + id + ": " + customer.diary());
        }
        if (customer.waited(id).compareTo(LONG) > 0) {
          slow.add("%s waited %s: %s".formatted(id, customer.waited(id), customer.diary()));
        }
      }
      pause(pauseMillis * ids.size() / 2 + ThreadLocalRandom.current().nextLong(pauseMillis + 1));
    }
  }

  private List<String> speak(CustomerClient customer) {
    int dice = ThreadLocalRandom.current().nextInt(10);
    if (dice < 2) {
      return List.of(atTwoPagesAtOnce(customer));
    }
    if (dice == 2) {
      return broughtLate(customer);
    }
    if (dice == 3) {
      return List.of(customer.say(QUESTION), customer.say(QUESTION), customer.say(QUESTION));
    }
    if (dice == 4) {
      var id = customer.say(QUESTION);
      customer.cut();
      return List.of(id);
    }
    return List.of(customer.say(dice == 5 ? PERSON : QUESTION));
  }

  /** A channel delivers three things that were said long ago, and not in the order of that. */
  private static List<String> broughtLate(CustomerClient customer) {
    var now = Instant.now();
    return Stream.of(90, 30, 60)
        .map(
            seconds -> {
              var id = customer.nextId();
              customer.say(id, QUESTION, "sent", now.minusSeconds(seconds).toString());
              return id;
            })
        .toList();
  }

  /** The same message, with the same id, reaches two nodes at the same moment. */
  private String atTwoPagesAtOnce(CustomerClient customer) {
    var id = customer.nextId();
    try (var twin = Twin.of(customer, doors.beside(customer.web()), origin)) {
      twins.addAndGet(twin.sayAtOnce(id, QUESTION) ? 1 : 0);
    }
    return id;
  }

  private void pause(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (!isLeaving && System.nanoTime() < end) {
        Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 200));
      }
    } catch (InterruptedException e) {
      isLeaving = true;
    }
  }

  /** All finish what they are at, and say no more. */
  public void quiet() throws InterruptedException {
    isLeaving = true;
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Who they are. */
  public List<CustomerClient> customers() {
    return List.copyOf(customers);
  }

  /** What was not acknowledged in three minutes. */
  public List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  /** What was acknowledged after more than five seconds, and what became of the line meanwhile. */
  public List<String> slow() {
    return List.copyOf(slow);
  }

  /** How often a message was acknowledged at two pages at once. */
  public int twins() {
    return twins.get();
  }

  /** The longest that anybody waited for an acknowledgement. */
  public Duration longestWait() {
    return customers.stream()
        .map(CustomerClient::longestWait)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** How often a line broke and was opened anew. */
  public int reconnects() {
    return customers.stream().mapToInt(CustomerClient::reconnects).sum();
  }

  @Override
  public void close() {
    isLeaving = true;
    customers.forEach(CustomerClient::close);
  }
}

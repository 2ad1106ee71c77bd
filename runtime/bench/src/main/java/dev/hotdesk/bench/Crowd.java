package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Findings;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Many customers who ask at a human pace, until told to stop. */
final class Crowd implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration CATCHING_UP = Duration.ofMinutes(1);

  private final Web web;
  private final List<Questions.Question> questions;
  private final String origin;
  private final long pauseMillis;
  private final List<CustomerClient> customers = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Integer> handOvers = new ConcurrentHashMap<>();
  private final List<String> unanswered = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Timings acks = new Timings();
  private volatile Timings acksNow = new Timings();
  private final Timings answers = new Timings();
  private final Timings catchingUp = new Timings();
  private volatile boolean isLeaving;

  /**
   * A crowd that asks so many questions a second, all customers together.
   *
   * @param origin where the shop's pages come from
   */
  Crowd(Web web, String origin, int size, double perSecond) throws InterruptedException {
    this(web, origin, size, perSecond, Questions.ALL);
  }

  /** The same, of customers who ask these questions only. */
  Crowd(Web web, String origin, int size, double perSecond, List<Questions.Question> questions)
      throws InterruptedException {
    this.questions = questions;
    this.web = web;
    this.origin = origin;
    this.pauseMillis = Math.round(size * 1000 / perSecond);
    var all = new ArrayList<Future<CustomerClient>>();
    try (var doors = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < size; i++) {
        var lang = Questions.at(i, questions).lang();
        all.add(doors.submit(() -> CustomerClient.connect(web, origin, lang)));
      }
    }
    for (var customer : all) {
      customers.add(of(customer));
    }
  }

  /** All begin to ask. */
  void begin() {
    for (int i = 0; i < customers.size(); i++) {
      int number = i;
      var customer = customers.get(i);
      threads.add(Thread.ofVirtual().name("asking").start(() -> chat(customer, number)));
    }
  }

  private void chat(CustomerClient customer, int number) {
    var turn = number;
    pause(ThreadLocalRandom.current().nextLong(pauseMillis + 1));
    while (!isLeaving) {
      ask(customer, Questions.at(turn, questions));
      turn += 2; // stays in one language
      pause(pauseMillis / 2 + ThreadLocalRandom.current().nextLong(pauseMillis + 1));
    }
  }

  private void ask(CustomerClient customer, Questions.Question question) {
    customer.send(Frame.of("page", "sku", question.sku()));
    var into = acksNow;
    var id = customer.say(question.text());
    asked.incrementAndGet();
    var promise = customer.awaitPromise(id, PATIENCE);
    if (promise.isEmpty()) {
      unanswered.add("no ack of " + question.text() + ": " + customer.diary());
    } else if (!customer.state().equals("bot")) {
      handOvers.merge("waiting already", 1, Integer::sum);
    } else {
      var answer = customer.awaitAnswer(id, PATIENCE);
      if (answer.isEmpty()) {
        unanswered.add(question.text());
      } else {
        acks.add(answer.get().ackNanos());
        into.add(answer.get().ackNanos());
        answers.add(answer.get().answerNanos());
        if (answer.get().text().isEmpty()) {
          handOvers.merge(answer.get().reason() + ": " + question.text(), 1, Integer::sum);
        }
      }
    }
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

  /**
   * The server is back: waits until all that was said while it was not is acknowledged. What is not
   * within a minute counts as unanswered.
   */
  void catchUp() {
    long begun = System.nanoTime();
    for (var customer : customers) {
      for (var id : customer.owed()) {
        var left = CATCHING_UP.minusNanos(System.nanoTime() - begun);
        if (customer.awaitPromise(id, left).isEmpty()) {
          unanswered.add(
              "no ack of %s since the server is back: %s".formatted(id, customer.diary()));
        }
      }
    }
    catchingUp.add(System.nanoTime() - begun);
  }

  /** How long it took each time until the customers had caught up. */
  Timings catchingUp() {
    return catchingUp;
  }

  /** All finish what they are at, and ask no more. */
  void quiet() throws InterruptedException {
    isLeaving = true;
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Reads every conversation afresh and holds it against what its customer was told. */
  Findings findings() throws InterruptedException {
    var all = new ArrayList<Future<Findings>>();
    try (var doors = Executors.newFixedThreadPool(8)) {
      for (var customer : customers) {
        all.add(doors.submit(() -> findings(customer)));
      }
    }
    var sum = Findings.NONE;
    for (var some : all) {
      sum = sum.and(of(some));
    }
    return sum;
  }

  private static <T> T of(Future<T> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Findings findings(CustomerClient customer) throws InterruptedException {
    long last = customer.last();
    try (var reader = CustomerClient.resume(web, origin, "", customer.token())) {
      boolean isRead = reader.await(() -> reader.last() >= last, PATIENCE);
      Thread.sleep(200); // what should not be there may come a little later
      var found = customer.ledger().against(reader.messages());
      return isRead
          ? found
          : found.and(
              new Findings(
                  0,
                  List.of("read up to %d of %d".formatted(reader.last(), last)),
                  List.of(),
                  List.of()));
    }
  }

  /** How many questions were asked. */
  int asked() {
    return asked.get();
  }

  /** Questions that nobody answered in three minutes. */
  List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  /** Questions that brought a person instead of an answer, by reason. */
  Map<String, Integer> handOvers() {
    return new TreeMap<>(handOvers);
  }

  Timings acks() {
    return acks;
  }

  /** From now on the acknowledgements of what is said are timed here as well. */
  void acksInto(Timings timings) {
    acksNow = timings;
  }

  Timings answers() {
    return answers;
  }

  /** How often a line broke. */
  int reconnects() {
    return customers.stream().mapToInt(CustomerClient::reconnects).sum();
  }

  /** All error frames. */
  List<String> errors() {
    return customers.stream().flatMap(it -> it.errors().stream()).map(Object::toString).toList();
  }

  @Override
  public void close() {
    isLeaving = true;
    customers.forEach(CustomerClient::close);
  }
}

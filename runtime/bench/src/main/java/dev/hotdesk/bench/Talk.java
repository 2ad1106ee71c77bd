package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/** Some customers who talk in rounds; between two of them nobody says anything. */
final class Talk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> WORDS =
      List.of("where is order 20261123-88", "any discount code right now?");

  private final List<CustomerClient> customers = new ArrayList<>();

  Talk(Site site, int size) {
    for (int i = 0; i < size; i++) {
      customers.add(CustomerClient.connect(site.web(), site.shopOrigin(), "en"));
    }
  }

  /**
   * Of one round.
   *
   * @param said the places of the words in the conversations, as they were acknowledged
   * @param acks until they were
   * @param answers until they were answered
   * @param unanswered what was not
   */
  record Round(Set<String> said, Timings acks, Timings answers, Set<String> unanswered) {

    Round() {
      this(
          ConcurrentHashMap.newKeySet(),
          new Timings(),
          new Timings(),
          ConcurrentHashMap.newKeySet());
    }
  }

  /** All say so many things each, one after another, with a pause of so long, give or take. */
  Round round(int times, long pauseMillis) throws InterruptedException {
    var round = new Round();
    var begin = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (var customer : customers) {
      threads.add(Thread.ofVirtual().start(() -> talk(customer, times, pauseMillis, round, begin)));
    }
    begin.countDown();
    for (var thread : threads) {
      thread.join();
    }
    return round;
  }

  private static void talk(
      CustomerClient customer, int times, long pauseMillis, Round round, CountDownLatch begin) {
    try {
      begin.await();
      for (int i = 0; i < times; i++) {
        if (pauseMillis > 0) {
          Thread.sleep(ThreadLocalRandom.current().nextLong(2 * pauseMillis));
        }
        var words = WORDS.get(i % WORDS.size());
        var answer = customer.ask(words, PATIENCE);
        if (answer.isEmpty()) {
          round.unanswered.add(customer.token().conversation() + ": " + words);
        } else {
          round.said.add(customer.token().conversation() + "/" + answer.get().question());
          round.acks.add(answer.get().ackNanos());
          round.answers.add(answer.get().answerNanos());
        }
      }
    } catch (InterruptedException e) {
      round.unanswered.add("interrupted");
    }
  }

  @Override
  public void close() {
    customers.forEach(CustomerClient::close);
  }
}

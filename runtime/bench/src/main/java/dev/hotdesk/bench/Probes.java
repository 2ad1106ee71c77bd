package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A few customers who ask about an order again and again, as fast as the server lets one customer
 * write; an operator sees which version answers.
 */
final class Probes implements AutoCloseable {

  private static final int MANY = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(60);

  private final List<CustomerClient> customers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Probe> asked = new CopyOnWriteArrayList<>();
  private final OperatorClient desk;
  private volatile boolean isOn;

  /**
   * One question.
   *
   * @param begun when it was said, in the time of {@link System#nanoTime}
   * @param answered when the answer had come
   * @param agent who answered, such as {@code agent-orders@1.0.0}
   */
  record Probe(long begun, long answered, String agent) {}

  Probes(Site site) {
    desk = OperatorClient.connect(Staff.login(site.web(), "amy", "amy-demo"));
    for (int i = 0; i < MANY; i++) {
      var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
      customer.ask("where is order 20261123-88", PATIENCE);
      desk.open(customer.token().conversation());
      customers.add(customer);
    }
  }

  void begin() {
    isOn = true;
    asked.clear();
    for (var customer : customers) {
      threads.add(Thread.ofVirtual().start(() -> probe(customer)));
    }
  }

  private void probe(CustomerClient customer) {
    while (isOn) {
      long begun = System.nanoTime();
      var answer = customer.ask("where is order 20261123-88", PATIENCE);
      long answered = System.nanoTime();
      answer.ifPresentOrElse(
          it -> asked.add(new Probe(begun, answered, agentOf(customer, it.question()))),
          () -> asked.add(new Probe(begun, answered, "nobody")));
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private String agentOf(CustomerClient customer, long question) {
    return desk.awaitEntry(
            customer.token().conversation(),
            it -> it.text("kind").equals("understood") && it.number("question") == question,
            PATIENCE)
        .map(it -> it.text("agent"))
        .orElse("nobody known");
  }

  List<Probe> end() throws InterruptedException {
    isOn = false;
    for (var thread : threads) {
      thread.join();
    }
    threads.clear();
    return List.copyOf(asked);
  }

  int reconnects() {
    return customers.stream().mapToInt(CustomerClient::reconnects).sum();
  }

  @Override
  public void close() {
    isOn = false;
    customers.forEach(CustomerClient::close);
    desk.close();
  }
}

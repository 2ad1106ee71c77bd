package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.Doors;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.ReturningOperator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Operators who take customers over, most of them from the bot while it still thinks, talk and let
 * them go, until told to stop.
 */
public final class Floor implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<ReturningOperator> operators = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger takeOvers = new AtomicInteger();
  private final AtomicInteger fromThinking = new AtomicInteger();
  private final List<String> names;
  private volatile boolean isLeaving;

  /** These, by their log-ins. */
  public Floor(Doors doors, List<String> logins) {
    this.names = List.copyOf(logins);
    for (int i = 0; i < logins.size(); i++) {
      operators.add(ReturningOperator.connect(doors.from(i), logins.get(i)));
    }
  }

  /** All begin to serve. */
  public void begin() {
    for (int i = 0; i < operators.size(); i++) {
      var operator = operators.get(i);
      var name = names.get(i);
      threads.add(Thread.ofVirtual().name("serving").start(() -> serve(operator, name)));
    }
  }

  private void serve(ReturningOperator operator, String name) {
    try {
      while (!isLeaving) {
        var wanted = choose(operator, name);
        if (wanted.isPresent() && operator.isSeated()) {
          serve(operator, wanted.get(), name);
        }
        Thread.sleep(ThreadLocalRandom.current().nextLong(200, 800));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One of their own first, then one whom the bot keeps waiting, then one who waits. */
  private static Optional<Frame> choose(ReturningOperator operator, String name) {
    var desk = operator.desk();
    java.util.Collections.shuffle(desk);
    return desk.stream()
        .filter(it -> it.text("state").equals("operator") && it.text("operator").equals(name))
        .findFirst()
        .or(() -> desk.stream().filter(Floor::isThinking).findFirst())
        .or(() -> desk.stream().filter(it -> it.text("state").equals("waiting")).findFirst());
  }

  private static boolean isThinking(Frame conversation) {
    return conversation.text("state").equals("bot") && conversation.number("unanswered") > 0;
  }

  private void serve(ReturningOperator operator, Frame wanted, String name)
      throws InterruptedException {
    var id = wanted.text("conversation");
    operator.open(id);
    if (!wanted.text("operator").equals(name)) {
      var taken = operator.act("take", id, PATIENCE);
      if (taken.isEmpty() || !taken.get().type().equals("ack")) {
        return;
      }
      takeOvers.incrementAndGet();
      fromThinking.addAndGet(isThinking(wanted) ? 1 : 0);
    }
    for (int i = ThreadLocalRandom.current().nextInt(3); i >= 0; i--) {
      operator.say(id, "您好 " + ThreadLocalRandom.current().nextInt(1_000_000), PATIENCE);
    }
    Thread.sleep(ThreadLocalRandom.current().nextLong(1_500));
    operator.act(ThreadLocalRandom.current().nextInt(4) == 0 ? "close" : "release", id, PATIENCE);
  }

  /** All finish what they are at. */
  public void quiet() throws InterruptedException {
    isLeaving = true;
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Who they are. */
  public List<ReturningOperator> operators() {
    return List.copyOf(operators);
  }

  /** How often a customer was taken over. */
  public int takeOvers() {
    return takeOvers.get();
  }

  /** How often from a bot that owed an answer. */
  public int fromThinking() {
    return fromThinking.get();
  }

  @Override
  public void close() {
    isLeaving = true;
    operators.forEach(ReturningOperator::close);
  }
}

package dev.hotdesk.testkit;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.conversation.Alarms;
import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.conversation.Timing;
import dev.hotdesk.routing.Agents;
import dev.hotdesk.routing.Bounds;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.routing.TurnWatch;
import dev.hotdesk.session.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The runtime's own rules on a journal in memory and a clock that a test turns, one step of work
 * after another on the test's thread. It can be killed between any two of them: only the journal
 * lasts.
 */
final class VirtualServer {

  /** Only ERP connectors ask for one, and the test's shop has none. */
  static final Supplier<DataSource> NO_DATABASE =
      () -> {
        throw new ErpUnavailableException("A test's shop has no database");
      };

  private final Plugins plugins;
  private final MemoryJournal journal = new MemoryJournal();
  private final VirtualClock clock;
  private final ArrayDeque<Runnable> work = new ArrayDeque<>();
  private SessionProcessor processor;
  private boolean isDown;

  VirtualServer(Plugins plugins, VirtualClock clock) {
    this.plugins = plugins;
    this.clock = clock;
    this.processor = booted();
  }

  private SessionProcessor booted() {
    var agents = new Agents(plugins, NO_DATABASE, Bounds.DEFAULT, clock, TurnWatch.NONE);
    return new SessionProcessor(journal, agents::answer, (_, _) -> {}, work::add, clock);
  }

  MemoryJournal journal() {
    return journal;
  }

  /** Hands an event in, and does all that follows from it. */
  Receipt handle(String conversation, Event event) {
    var receipt = begin(conversation, event);
    settle();
    return receipt.getNow(new Receipt.Ignored("?"));
  }

  /** Hands an event in, and is killed between the agents' answer to it and its storing. */
  Receipt dieAnswering(String conversation, Event event) {
    var receipt = begin(conversation, event);
    for (int step = 0; step < 2 && !work.isEmpty(); step++) {
      work.remove().run();
    }
    kill();
    return receipt.getNow(new Receipt.Ignored("?"));
  }

  private CompletableFuture<Receipt> begin(String conversation, Event event) {
    if (isDown) {
      throw new IllegalStateException(
          "The server was killed before " + event + "; wanted one that runs: restart() it first");
    }
    var receipt = new CompletableFuture<Receipt>();
    processor.handle(conversation, event).thenAccept(receipt::complete);
    return receipt;
  }

  private void settle() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private void kill() {
    isDown = true;
    work.clear();
  }

  /** Kills it if it runs, starts it on the same journal, and asks again what was unanswered. */
  void restart() {
    kill();
    processor = booted();
    isDown = false;
    processor.recover();
    settle();
  }

  /** Lets time pass, and does what is due then. */
  void pass(Duration time) {
    clock.turn(time);
    new Alarms(journal, processor, Timing.DEFAULT, Duty.ALWAYS, clock).sweep();
    settle();
  }
}

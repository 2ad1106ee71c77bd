package dev.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Reply;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Event.Insight;
import dev.hotdesk.testkit.MemoryJournal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one journal. */
class TwoServersTest {

  private static final String ID = "web.two";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final MemoryJournal journal = new MemoryJournal();
  private final CountDownLatch thinking = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final Node first = new Node();
  private final Node second = new Node();

  @AfterEach
  void stop() {
    thinking.countDown();
    threads.shutdownNow();
  }

  @Test
  void takes_what_comes_to_them_in_turns() {
    for (int i = 0; i < 10; i++) {
      assertThat(join((i % 2 == 0 ? first : second).processor.handle(ID, said(i))))
          .isEqualTo(new Receipt.Stored(i + 1));
    }
  }

  @Test
  void refuse_nobody_because_the_other_was_quicker() {
    join(first.processor.handle(ID, new Event.CustomerViewed("SW-1")));
    join(first.processor.handle(ID, new Event.OperatorTook("amy")));
    var receipts = new ArrayList<CompletionStage<Receipt>>();
    for (int i = 0; i < 100; i++) {
      receipts.add((i % 2 == 0 ? first : second).processor.handle(ID, said(i)));
    }
    receipts.forEach(it -> assertThat(join(it)).isInstanceOf(Receipt.Stored.class));
    assertThat(journal.read(ID, 0, 1_000)).hasSize(102);
  }

  @Test
  void let_one_operator_take_a_customer() {
    join(first.processor.handle(ID, said(1)));
    join(second.processor.handle(ID, said(2)));
    var amy = first.processor.handle(ID, new Event.OperatorTook("amy"));
    var ben = second.processor.handle(ID, new Event.OperatorTook("ben"));
    assertThat(List.of(join(amy), join(ben)))
        .haveExactly(1, new Condition<>(Receipt.Stored.class::isInstance, "stored"));
  }

  @Test
  void do_not_refuse_by_what_they_remember() {
    join(first.processor.handle(ID, said(1)));
    join(first.processor.handle(ID, new Event.OperatorTook("amy")));
    join(second.processor.handle(ID, new Event.OperatorReleased("amy")));

    assertThat(join(first.processor.handle(ID, new Event.OperatorTook("ben"))))
        .isInstanceOf(Receipt.Stored.class);
  }

  @Test
  void ask_a_question_once() {
    join(first.processor.handle(ID, said(1)));
    join(second.processor.handle(ID, said(2)));
    second.processor.moved(ID, 2);
    first.processor.moved(ID, 2);
    await().until(() -> asked.get() == 1);
    thinking.countDown();
    await().until(() -> journal.read(ID, 0, 100).size() == 6);
    assertThat(asked).hasValue(2);
  }

  @Test
  void ask_what_the_other_one_has_left_unanswered() {
    join(first.processor.handle(ID, said(1)));
    await().until(() -> asked.get() == 1);
    second.processor.recover();
    await().until(() -> asked.get() == 2);
  }

  @Test
  void tell_of_what_the_other_one_has_stored() {
    join(first.processor.handle(ID, said(1)));
    join(second.processor.handle(ID, said(2)));
    join(second.processor.handle(ID, said(3)));
    first.processor.moved(ID, 3);
    first.processor.moved(ID, 3);

    await().until(() -> first.told.size() == 3);
    assertThat(first.sequences()).isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
  }

  @Test
  void tell_of_it_without_asking_the_journal() {
    join(first.processor.handle(ID, said(1)));
    join(second.processor.handle(ID, said(2)));
    first.processor.moved(journal.find(ID).orElseThrow(), journal.latest(ID, 1));
    await().until(() -> first.told.size() == 2);

    assertThat(join(first.processor.handle(ID, said(3)))).isEqualTo(new Receipt.Stored(3));
    assertThat(first.sequences()).isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
  }

  @Test
  void tell_of_what_they_find_when_they_were_too_late() {
    join(first.processor.handle(ID, said(1)));
    join(second.processor.handle(ID, said(2)));
    join(first.processor.handle(ID, said(3)));

    assertThat(first.sequences()).isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
    assertThat(first.own).containsExactly(1L, 3L);
  }

  private final class Node implements Signals {

    private final ConcurrentLinkedQueue<Logged> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> own = new ConcurrentLinkedQueue<>();
    private final SessionProcessor processor =
        new SessionProcessor(
            journal,
            TwoServersTest.this::answer,
            this,
            threads,
            Clock.systemUTC(),
            () -> true,
            Timing.DEFAULT);

    @Override
    public void committed(Conversation now, List<Logged> entries) {
      entries.forEach(it -> own.add(it.sequence()));
      told.addAll(entries);
    }

    @Override
    public void caughtUp(Conversation now, List<Logged> entries) {
      told.addAll(entries);
    }

    List<Long> sequences() {
      return told.stream().map(Logged::sequence).toList();
    }
  }

  private Answer answer(TurnRequest request) {
    asked.incrementAndGet();
    try {
      thinking.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Answer(
        new Event.AgentReplied(
            request.ask().epoch(),
            request.ask().question().sequence(),
            new Insight("greeting", 1, Map.of(), "echo@1", 1),
            "echo",
            Reply.say("you said " + request.ask().question().text())),
        Dialogue.NONE);
  }

  private static Event said(int number) {
    return new Event.CustomerSaid("c-" + number, "message " + number);
  }

  private static Receipt join(CompletionStage<Receipt> stage) {
    return stage.toCompletableFuture().join();
  }
}

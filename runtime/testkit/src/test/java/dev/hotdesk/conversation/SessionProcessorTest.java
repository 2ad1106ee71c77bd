package dev.hotdesk.conversation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Event.Insight;
import dev.hotdesk.testkit.MemoryJournal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionProcessorTest {

  private static final String ID = "web.one";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TestJournal journal = new TestJournal();
  private final ConcurrentLinkedQueue<Logged> told = new ConcurrentLinkedQueue<>();
  private final CountDownLatch thinking = new CountDownLatch(1);

  @AfterEach
  void stop() {
    thinking.countDown();
    journal.open.countDown();
    threads.shutdownNow();
  }

  @Test
  void acknowledges_a_message_only_once_it_is_stored() {
    journal.open = new CountDownLatch(1);
    var receipt = future(processor(this::echo).handle(ID, said(1)));
    await().until(() -> journal.atWork > 0);
    assertThat(receipt).isNotDone();
    assertThat(told).isEmpty();
    journal.open.countDown();
    assertThat(receipt.join()).isEqualTo(new Receipt.Stored(1));
  }

  @Test
  void answers_a_message_sent_twice_with_the_first_result() {
    var processor = processor(this::think);
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Stored(1));
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Duplicate(1));
    assertThat(join(processor.handle(ID, said(2)))).isEqualTo(new Receipt.Stored(2));
  }

  @Test
  void keeps_each_conversation_in_order_while_many_talk_at_once() {
    var processor = processor(this::echo);
    var receipts = new ArrayList<CompletionStage<Receipt>>();
    for (int message = 0; message < 40; message++) {
      for (int customer = 0; customer < 50; customer++) {
        receipts.add(processor.handle("web.c" + customer, said(message)));
      }
    }
    receipts.forEach(receipt -> assertThat(join(receipt)).isInstanceOf(Receipt.Stored.class));
    var wanted = IntStream.range(0, 40).mapToObj(i -> "c-" + i).toList();
    for (int customer = 0; customer < 50; customer++) {
      var log = journal.read("web.c" + customer, 0, 1_000);
      assertThat(log.stream().flatMap(logged -> customersId(logged.entry()).stream()).toList())
          .isEqualTo(wanted);
    }
  }

  @Test
  void takes_the_next_message_while_the_agent_still_thinks() {
    var processor = processor(this::think);
    join(processor.handle(ID, said(1)));
    assertThat(join(processor.handle(ID, said(2)))).isEqualTo(new Receipt.Stored(2));
  }

  @Test
  void drops_the_answer_of_an_agent_that_still_thought_when_an_operator_took_over() {
    var answered = new CountDownLatch(1);
    var processor =
        processor(
            request -> {
              var answer = think(request);
              answered.countDown();
              return answer;
            });
    join(processor.handle(ID, said(1)));
    assertThat(join(processor.handle(ID, new Event.OperatorTook("amy"))))
        .isEqualTo(new Receipt.Stored(2));
    thinking.countDown();
    await().until(() -> answered.getCount() == 0);
    join(processor.handle(ID, new Event.OperatorSaid("amy", "o-1", "hello")));
    assertThat(talk(ID)).isEqualTo("CUSTOMER OPERATOR");
  }

  @Test
  void refuses_what_could_not_be_stored_and_takes_it_when_sent_again() {
    var processor = processor(this::think);
    journal.isDown = true;
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Refused("not_stored"));
    journal.isDown = false;
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Stored(1));
  }

  @Test
  void goes_on_after_whatever_failed() {
    var processor = processor(this::think);
    journal.isBroken = true;
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Refused("not_stored"));
    journal.isBroken = false;
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Stored(1));
  }

  @Test
  void hands_in_an_answer_again_until_the_storage_is_back() {
    var processor = processor(this::think);
    join(processor.handle(ID, said(1)));
    journal.isDown = true;
    thinking.countDown();
    await().until(() -> journal.refused > 0);
    journal.isDown = false;
    await().untilAsserted(() -> assertThat(talk(ID)).isEqualTo("CUSTOMER AGENT"));
  }

  @Test
  void answers_a_message_that_was_stored_although_the_storage_said_otherwise() {
    var processor = processor(this::echo);
    journal.isUnsure = true;
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Refused("not_stored"));
    journal.isUnsure = false;
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Duplicate(1));
    await().untilAsserted(() -> assertThat(talk(ID)).isEqualTo("CUSTOMER AGENT"));
  }

  @Test
  void tells_later_what_was_stored_although_the_storage_said_otherwise() {
    var processor = processor(this::think);
    join(processor.handle(ID, said(1)));
    journal.isUnsure = true;
    join(processor.handle(ID, said(2)));
    journal.isUnsure = false;
    join(processor.handle(ID, said(3)));
    assertThat(told.stream().map(Logged::sequence)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void does_not_hand_one_customers_conversation_to_another() {
    var processor = processor(this::echo);
    join(processor.handle(ID, new Event.CustomerIdentified("C-1")));
    assertThat(join(processor.handle(ID, new Event.CustomerIdentified("C-2"))))
        .isEqualTo(new Receipt.Ignored(Receipt.Ignored.OTHER_CUSTOMER));
    assertThat(journal.find(ID).orElseThrow().customerId()).isEqualTo("C-1");
  }

  @Test
  void takes_the_language_of_the_client_until_the_customers_words_tell() {
    var processor = processor(this::think);
    join(processor.handle(ID, new Event.CustomerSaid("c-1", "20261123-88", Language.EN)));
    assertThat(journal.find(ID).orElseThrow().dialogue().language()).isEqualTo(Language.EN);
  }

  @Test
  void refuses_more_than_a_lane_can_hold_instead_of_growing() {
    journal.open = new CountDownLatch(1);
    var processor = processor(this::think);
    var atWork = future(processor.handle(ID, said(0)));
    await().until(() -> journal.atWork > 0);
    IntStream.rangeClosed(1, Lane.MOST_WAITING).forEach(i -> processor.handle(ID, said(i)));
    assertThat(future(processor.handle(ID, said(Lane.MOST_WAITING + 1))))
        .isCompletedWithValue(new Receipt.Refused("busy"));
    journal.open.countDown();
    assertThat(atWork.join()).isEqualTo(new Receipt.Stored(1));
  }

  @Test
  void refuses_what_comes_while_the_server_goes_down() {
    var processor = processor(this::echo);
    threads.shutdown();
    assertThat(future(processor.handle(ID, said(1))))
        .isCompletedWithValue(new Receipt.Refused("busy"));
  }

  @Test
  void stores_a_message_even_when_telling_others_fails() {
    var processor =
        new SessionProcessor(
            journal,
            this::echo,
            (_, _) -> {
              throw new IllegalStateException("a socket broke");
            },
            threads,
            Clock.systemUTC());
    assertThat(join(processor.handle(ID, said(1)))).isEqualTo(new Receipt.Stored(1));
  }

  @Test
  void asks_again_after_a_restart_what_was_not_answered_before() {
    join(processor(this::think).handle(ID, said(1)));
    var restarted = processor(this::echo);
    assertThat(restarted.recover()).isEqualTo(1);
    await().untilAsserted(() -> assertThat(talk(ID)).isEqualTo("CUSTOMER AGENT"));
  }

  @Test
  void tells_what_is_stored_in_the_order_of_the_log() {
    var processor = processor(this::echo);
    for (int i = 0; i < 20; i++) {
      join(processor.handle(ID, said(i)));
    }
    await().until(() -> talk(ID).endsWith("AGENT") && told.size() == 60);
    assertThat(told.stream().map(Logged::sequence))
        .isEqualTo(IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList());
  }

  @Test
  void remembers_between_turns_what_the_agents_were_told() {
    var seen = new ConcurrentLinkedQueue<String>();
    var processor =
        processor(
            request -> {
              seen.add(request.dialogue().slots().getOrDefault("size", "none"));
              return answer(request, Map.of("size", "M"));
            });
    join(processor.handle(ID, said(1)));
    await().until(() -> talk(ID).equals("CUSTOMER AGENT"));
    join(processor.handle(ID, said(2)));
    await().until(() -> seen.size() == 2);
    assertThat(seen).containsExactly("none", "M");
  }

  @Test
  void does_not_begin_a_conversation_for_an_operator() {
    assertThat(join(processor(this::echo).handle("web.none", new Event.OperatorTook("amy"))))
        .isEqualTo(new Receipt.Ignored("absent"));
  }

  private SessionProcessor processor(Answers answers) {
    return new SessionProcessor(
        journal, answers, (_, entries) -> told.addAll(entries), threads, Clock.systemUTC());
  }

  private Answer echo(TurnRequest request) {
    return answer(request, Map.of());
  }

  private Answer think(TurnRequest request) {
    try {
      thinking.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return echo(request);
  }

  private static Answer answer(TurnRequest request, Map<String, String> slots) {
    var dialogue = request.dialogue();
    return new Answer(
        new Event.AgentReplied(
            request.ask().epoch(),
            request.ask().question().sequence(),
            new Insight(new Intent("greeting").name(), 1, slots, "echo@1", 1),
            "echo",
            Reply.say("you said " + request.ask().question().text())),
        new Dialogue("echo", "greeting", "", slots, dialogue.language()));
  }

  private String talk(String id) {
    return journal.read(id, 0, 1_000).stream()
        .filter(logged -> logged.entry() instanceof Entry.Said)
        .map(logged -> ((Entry.Said) logged.entry()).author().name())
        .collect(joining(" "));
  }

  private static Optional<String> customersId(Entry entry) {
    return entry instanceof Entry.Said said && !said.clientId().isEmpty()
        ? Optional.of(said.clientId())
        : Optional.empty();
  }

  private static Event said(int number) {
    return new Event.CustomerSaid("c-" + number, "message " + number);
  }

  private static CompletableFuture<Receipt> future(CompletionStage<Receipt> stage) {
    return stage.toCompletableFuture();
  }

  private static Receipt join(CompletionStage<Receipt> stage) {
    return future(stage).join();
  }

  /** A journal in memory that can be slow or down. */
  private static final class TestJournal implements Journal {

    private final MemoryJournal memory = new MemoryJournal();
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile boolean isDown;
    private volatile boolean isUnsure;
    private volatile boolean isBroken;
    private volatile int atWork;
    private volatile int refused;

    @Override
    public Appended append(Conversation next, long expected, List<Entry> entries) {
      atWork = 1;
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (isDown) {
        refused = 1;
        throw new JournalUnavailableException("The disk is full", new IllegalStateException());
      }
      if (isBroken) {
        throw new StackOverflowError("in the driver");
      }
      var appended = memory.append(next, expected, entries);
      if (isUnsure) {
        throw new JournalUnavailableException("The line broke", new IllegalStateException());
      }
      return appended;
    }

    @Override
    public Optional<Conversation> find(String id) {
      return memory.find(id);
    }

    @Override
    public List<Logged> read(String id, long after, int most) {
      return memory.read(id, after, most);
    }

    @Override
    public List<Logged> latest(String id, int most) {
      return memory.latest(id, most);
    }

    @Override
    public List<Conversation> open() {
      return memory.open();
    }

    @Override
    public List<Conversation> due(Instant now, int most) {
      return memory.due(now, most);
    }

    @Override
    public void postpone(Conversation standing) {
      memory.postpone(standing);
    }
  }
}

package dev.hotdesk.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.server.Counter;
import dev.hotdesk.server.HeardWire;
import dev.hotdesk.server.assignment.Staffed;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Patience;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorCommandsTest {

  private static final String CORRECTION =
      "{\"type\":\"correct\",\"id\":\"1\",\"conversation\":\"web.abc\",\"question\":1,\"intent\":\"a.b\"}";

  private final Counter counter = new Counter();
  private final AtomicInteger lessons = new AtomicInteger();
  private final HeardWire wire = new HeardWire();
  private volatile boolean isFull;
  private int recalls;
  private final OperatorCommands commands = commands();

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void agents_learn_a_correction_only_once_it_is_stored() {
    var said = new Event.CustomerSaid("c-1", "hello");
    counter.processor.handle("web.abc", said).toCompletableFuture().join();
    await().until(() -> counter.journal.read("web.abc", 0, 10).size() == 3);
    isFull = true;
    commands.handle(CORRECTION);
    assertThat(wire.hears("\"id\":\"1\"")).contains("\"error\"");
    await().during(Duration.ofMillis(200)).until(() -> lessons.get() == 0);

    isFull = false;
    commands.handle(CORRECTION);
    wire.hears("\"ack\"");
    await().until(() -> lessons.get() == 1);
  }

  @Test
  void takes_back_ones_own_words_once_and_nobody_elses() {
    handle(new Event.CustomerSaid("c-1", "hello"));
    await().until(() -> counter.journal.read("web.abc", 0, 10).size() == 3);
    handle(new Event.OperatorTook("amy"));
    handle(new Event.OperatorSaid("amy", "amy:1", "a slip of the tongue"));
    handle(new Event.SupervisorTook("sue"));
    handle(new Event.OperatorSaid("sue", "sue:1", "good morning"));

    assertThat(recalling(5)).isEqualTo("{\"type\":\"ack\",\"id\":\"r-1\",\"seq\":8}");
    assertThat(recalling(5)).contains("\"seq\":8,\"duplicate\":true");
    assertThat(recalling(7)).contains("not_yours");
    assertThat(recalling(1)).contains("not_yours");
    assertThat(recalling(99)).contains("not_yours");
    assertThat(counter.journal.read("web.abc", 0, 10))
        .filteredOn(Logged::recalled)
        .extracting(Logged::sequence)
        .containsExactly(5L);
  }

  @Test
  void takes_nothing_back_after_a_while() {
    handle(new Event.CustomerSaid("c-1", "hello"));
    handle(new Event.SupervisorTook("amy"));
    handle(new Event.OperatorSaid("amy", "amy:1", "good morning"));
    var said = counter.journal.latest("web.abc", 1).getFirst().sequence();
    var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3));

    assertThat(
            new Recalls(counter.journal, Duration.ofMinutes(2), later)
                .refusal("web.abc", said, "amy"))
        .get()
        .extracting(Recalls.Refusal::code)
        .isEqualTo("too_late");
  }

  private String recalling(long message) {
    var id = "r-" + ++recalls;
    commands.handle(
        "{\"type\":\"recall\",\"id\":\"%s\",\"conversation\":\"web.abc\",\"message\":%d}"
            .formatted(id, message));
    return wire.hears("\"id\":\"" + id + "\"");
  }

  private void handle(Event event) {
    counter.processor.handle("web.abc", event).toCompletableFuture().join();
  }

  private OperatorCommands commands() {
    var amy = new Operator("amy", "Amy", Set.of("operator"));
    var learning =
        new Learning(
            counter.journal,
            new Plugins() {
              @Override
              public Lease lease() {
                throw new IllegalStateException("a correction belongs to a conversation");
              }

              @Override
              public Lease lease(String conversation) {
                lessons.incrementAndGet();
                return counter.lease();
              }
            },
            _ -> {});
    var processor =
        new SessionProcessor(
            journal(),
            _ -> {
              throw new IllegalStateException("nobody asks");
            },
            counter.hub,
            counter.executor,
            Clock.systemUTC());
    var parts =
        new RoomParts(
            counter.journal,
            counter.hub,
            processor,
            new OnlyAmy(amy),
            List::of,
            learning,
            counter.watermarks,
            new Recalls(counter.journal, Duration.ofMinutes(2), Clock.systemUTC()),
            Staffed.assigner(counter, Staffed.tables()),
            (_, _, _, _) -> {},
            counter.attachments,
            counter.outbox,
            counter.relay,
            counter.heartbeat,
            counter.executor,
            counter.timer,
            Duration.ofSeconds(1),
            Patience.DEFAULT);
    var outlet = new OperatorOutlet(wire, parts, new Vitals(System.nanoTime()), false);
    outlet.begin("{}");
    return new OperatorCommands(amy, parts, new Room(parts), outlet);
  }

  /** The counter's journal, which stores nothing while it is full. */
  private Journal journal() {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (_, method, arguments) -> {
              if (isFull && method.getName().equals("append")) {
                throw new JournalUnavailableException("full", new IllegalStateException());
              }
              try {
                return method.invoke(counter.journal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private record OnlyAmy(Operator amy) implements Staff {

    @Override
    public Optional<Operator> find(String login) {
      return Optional.of(amy);
    }

    @Override
    public List<Operator> operators() {
      return List.of(amy);
    }
  }
}

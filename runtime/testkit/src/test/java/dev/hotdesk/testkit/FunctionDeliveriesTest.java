package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What happens in conversations and to other plugins comes to the functions that want it. */
class FunctionDeliveriesTest {

  private final FunctionHouse house = new FunctionHouse();

  @Test
  void costs_nothing_while_nobody_wants_to_hear() {
    house.bind(new Trigger.OnMessage(Author.AGENT));

    assertThat(
            house.functions.of(
                "web.a", 3, house.clock.instant(), List.of(FunctionHouse.said("hello"))))
        .isEmpty();
  }

  @Test
  void delivers_an_entry_of_the_log_once() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.happen("web.a", 3, FunctionHouse.said("hello"));

    house.functions.look();
    house.functions.look();

    assertThat(house.runs)
        .containsExactly(
            new Invocation(
                "web.a/3@shop.Counts",
                1,
                FunctionHouse.BEGIN,
                new Cause.Message("web.a", 3, Author.CUSTOMER, "hello")));
  }

  @Test
  void tells_of_the_states_of_sessions() {
    house.bind(new Trigger.OnSession("closed"));
    house.happen(
        "web.a",
        7,
        new Entry.Moved(new State.Waiting("asked", Instant.EPOCH), "asked", ""),
        new Entry.Moved(new State.Closed(), "", "amy"),
        new Entry.Viewed("SW-1"));

    house.functions.look();

    assertThat(house.runs)
        .extracting(Invocation::cause)
        .containsExactly(new Cause.Session("web.a", 8, "closed", ""));
  }

  @Test
  void passes_an_event_on_to_who_wants_it() {
    house.bind(new Trigger.OnPluginEvent("agent-orders", "cancelled"));
    house.functions.publish("agent-orders", "cancelled", "{\"order\":1}");
    house.functions.publish("agent-orders", "shipped", "{}");
    house.functions.publish("agent-other", "cancelled", "{}");

    house.functions.look();

    assertThat(house.runs)
        .extracting(Invocation::cause)
        .containsExactly(new Cause.Event("agent-orders", "cancelled", "{\"order\":1}"));
  }

  @Test
  void leaves_half_of_the_threads_to_customers() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    for (int i = 0; i < 9; i++) {
      house.happen("web.a", i, FunctionHouse.said("hello"));
    }
    var queue = new ArrayDeque<Runnable>();
    var slow = house.node(queue::add);

    slow.look();
    slow.look();
    assertThat(queue).hasSize(2);
    queue.remove().run();
    slow.look();

    assertThat(queue).hasSize(2);
  }

  @Test
  void delivers_by_itself_what_has_gathered() throws InterruptedException {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    for (int i = 0; i < 50; i++) {
      house.happen("web.a", i, FunctionHouse.said("hello"));
    }
    var counted = new CountDownLatch(50);
    house.work =
        _ -> {
          counted.countDown();
          return Outcome.done();
        };
    try (var running = house.node(it -> Thread.ofVirtual().start(it))) {
      running.start();
      counted.await();
    }

    assertThat(counted.getCount()).isZero();
  }

  @Test
  void does_not_count_an_attempt_while_the_plugin_is_busy_or_left_alone() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    var kinds =
        new ArrayDeque<>(
            List.of(Kind.OVERLOADED, Kind.CIRCUIT_OPEN, Kind.OVERLOADED, Kind.CIRCUIT_OPEN));
    house.work =
        _ -> {
          if (kinds.isEmpty()) {
            return Outcome.done();
          }
          throw new PluginFaultException(kinds.remove(), "not now", null);
        };
    house.happen("web.a", 3, FunctionHouse.said("hello"));

    house.functions.look();
    for (int i = 0; i < 5; i++) {
      house.pass(Duration.ofSeconds(2));
    }

    assertThat(house.runs).extracting(Invocation::attempt).containsOnly(1).hasSize(5);
    assertThat(house.deliveries.dead(FunctionHouse.PLUGIN, 9)).isEmpty();
  }

  @Test
  void keeps_what_is_for_a_plugin_that_is_gone_until_it_is_back() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.happen("web.a", 3, FunctionHouse.said("hello"));
    house.bound = List.of();
    house.pass(Duration.ofDays(6));
    assertThat(house.runs).isEmpty();

    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.functions.look();

    assertThat(house.runs).hasSize(1);
  }

  @Test
  void a_function_that_is_left_alone_holds_up_no_other() {
    var said = List.<Trigger>of(new Trigger.OnMessage(Author.CUSTOMER));
    var plugged = house.new Direct(FunctionHouse.PLUGIN, "1.0.0");
    house.bound =
        List.of(
            new BoundFunction("shop.Counts", said, plugged),
            new BoundFunction("shop.Fails", said, plugged));
    house.work =
        it -> {
          if (it.id().endsWith("shop.Fails")) {
            throw new PluginFaultException(Kind.CIRCUIT_OPEN, "not now", null);
          }
          return Outcome.done();
        };
    for (int i = 0; i < 5; i++) {
      house.happen("web.a", i, FunctionHouse.said("hello"));
    }

    for (int i = 0; i < 5; i++) {
      house.functions.look();
    }

    assertThat(house.runs)
        .extracting(Invocation::id)
        .filteredOn(id -> id.endsWith("shop.Counts"))
        .hasSize(5);
  }
}

package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.function.FunctionWatch;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function fails at comes again, until it is a dead letter. */
class FunctionRetriesTest {

  private final FunctionHouse house = new FunctionHouse();

  @Test
  void tries_again_after_growing_pauses_and_keeps_what_fails_for_good() {
    fail();

    assertThat(house.runs).extracting(Invocation::attempt).containsExactly(1, 2, 3);
    assertThat(house.runs).extracting(Invocation::id).containsOnly("web.a/3@shop.Counts");
    assertThat(house.ends)
        .containsExactly(
            FunctionWatch.End.FAILED, FunctionWatch.End.FAILED, FunctionWatch.End.DEAD);
    assertThat(house.deliveries.dead(FunctionHouse.PLUGIN, 9))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.error()).isEqualTo("a.b threw: hello");
              assertThat(it.attempts()).isEqualTo(3);
            });
  }

  /** A delivery, until it is a dead letter. */
  private void fail() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.work =
        _ -> {
          throw new PluginFaultException(Kind.THREW, "a.b threw: hello", null);
        };
    house.happen("web.a", 3, FunctionHouse.said("hello"));

    house.functions.look();
    house.pass(Duration.ofSeconds(7));
    assertThat(house.runs).hasSize(1);
    house.pass(Duration.ofSeconds(6));
    assertThat(house.runs).hasSize(2);
    house.pass(Duration.ofSeconds(14));
    assertThat(house.runs).hasSize(2);
    house.pass(Duration.ofSeconds(12));
    house.pass(Duration.ofDays(1));
  }

  @Test
  void replays_a_dead_letter_under_the_same_id() {
    fail();
    house.work = _ -> Outcome.done();
    house.runs.clear();

    house.deliveries.replay(
        house.deliveries.dead(FunctionHouse.PLUGIN, 9).getFirst().id(), house.clock.instant());
    house.functions.look();

    assertThat(house.runs)
        .extracting(Invocation::id, Invocation::attempt)
        .containsExactly(tuple("web.a/3@shop.Counts", 1));
    assertThat(house.deliveries.dead(FunctionHouse.PLUGIN, 9)).isEmpty();
  }

  @Test
  void waits_as_long_as_the_function_asks() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.work =
        it -> it.attempt() == 1 ? Outcome.later(Duration.ofMinutes(5), "busy") : Outcome.done();
    house.happen("web.a", 3, FunctionHouse.said("hello"));

    house.functions.look();
    house.pass(Duration.ofSeconds(299));
    assertThat(house.runs).hasSize(1);
    house.pass(Duration.ofSeconds(1));

    assertThat(house.ends).containsExactly(FunctionWatch.End.LATER, FunctionWatch.End.DONE);
  }

  @Test
  void delivers_again_what_a_dead_node_had_claimed() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.happen("web.a", 3, FunctionHouse.said("hello"));
    var queue = new ArrayDeque<Runnable>();
    house.node(queue::add).look();
    assertThat(queue).hasSize(1); // claimed there, and never run

    house.functions.look();
    assertThat(house.runs).isEmpty();
    house.pass(Duration.ofMinutes(2));

    assertThat(house.runs)
        .extracting(Invocation::id, Invocation::attempt)
        .containsExactly(tuple("web.a/3@shop.Counts", 2));
  }

  @Test
  void gives_up_what_stops_one_node_after_another() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.happen("web.a", 3, FunctionHouse.said("hello"));
    for (int i = 0; i < 3; i++) {
      house.node(_ -> {}).look();
      house.clock.pass(Duration.ofMinutes(2));
    }

    house.functions.look();

    assertThat(house.runs).isEmpty();
    assertThat(house.deliveries.dead(FunctionHouse.PLUGIN, 9))
        .singleElement()
        .satisfies(it -> assertThat(it.error()).contains("3 runs began and none ended"));
  }

  @Test
  void gives_up_what_is_for_a_plugin_that_stays_away() {
    house.bind(new Trigger.OnMessage(Author.CUSTOMER));
    house.happen("web.a", 3, FunctionHouse.said("hello"));
    house.bound =
        List.of(
            new BoundFunction(
                "b", List.of(new Trigger.OnTimer("x")), house.new Direct("agent-b", "1.0.0")));
    house.pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(house.deliveries.dead(FunctionHouse.PLUGIN, 9)).hasSize(1);
  }
}

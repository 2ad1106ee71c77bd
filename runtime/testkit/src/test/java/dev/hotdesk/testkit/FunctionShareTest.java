package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.function.HttpAnswer;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** While a version is tried out, what happens decides whose function runs. */
class FunctionShareTest {

  private static final Trigger SAID = new Trigger.OnMessage(Author.CUSTOMER);
  private static final Trigger TOLD = new Trigger.OnPluginEvent("agent-orders", "told");
  private static final Trigger RINGS = new Trigger.OnTimer("remind");
  private static final Trigger ASKED = new Trigger.OnHttp("POST", "hook");
  private static final Trigger HOURLY = new Trigger.OnSchedule("0 * * * *", ZoneId.of("UTC"));
  private static final Trigger HALF_PAST = new Trigger.OnSchedule("30 * * * *", ZoneId.of("UTC"));

  private final FunctionHouse house = new FunctionHouse();

  private void tryOut(Trigger... triggers) {
    house.tried = Optional.of(house.functions("2.0.0", triggers));
    house.share = "web.in"::equals;
  }

  @Test
  void a_function_that_is_new_in_it_hears_of_its_share_at_once() {
    tryOut(SAID);
    house.happen("web.in", 1, FunctionHouse.said("hello"));
    house.happen("web.out", 1, FunctionHouse.said("hello"));

    house.functions.look();

    assertThat(house.runs)
        .extracting(it -> it.cause())
        .containsExactly(new Cause.Message("web.in", 1, Author.CUSTOMER, "hello"));
    assertThat(house.versions).containsExactly("2.0.0");
  }

  @Test
  void each_conversation_keeps_its_version_when_a_run_is_tried_again() {
    house.bind(SAID);
    tryOut(SAID);
    house.work =
        it -> {
          if (it.attempt() == 1) {
            throw new PluginFaultException(Kind.THREW, "not yet", null);
          }
          return Outcome.done();
        };
    house.happen("web.in", 1, FunctionHouse.said("hello"));
    house.happen("web.out", 1, FunctionHouse.said("hello"));

    house.functions.look();
    house.pass(Duration.ofMinutes(1));

    assertThat(IntStream.range(0, 4).mapToObj(this::ran))
        .containsExactlyInAnyOrder(
            "web.in 2.0.0", "web.in 2.0.0", "web.out 1.0.0", "web.out 1.0.0");
  }

  private String ran(int run) {
    var cause = (Cause.Message) house.runs.get(run).cause();
    return cause.conversation() + " " + house.versions.get(run);
  }

  @Test
  void what_a_function_heard_that_went_back_waits_for_a_version_that_has_it() {
    tryOut(SAID);
    house.happen("web.in", 1, FunctionHouse.said("hello"));
    house.tried = Optional.empty();
    house.pass(Duration.ofHours(1));
    assertThat(house.runs).isEmpty();

    house.bound = house.functions("2.0.1", SAID);
    house.functions.look();

    assertThat(house.versions).containsExactly("2.0.1");
  }

  @Test
  void what_the_version_that_serves_heard_is_its_own_while_the_share_grows() {
    house.bind(SAID);
    tryOut(TOLD);
    house.happen("web.out", 1, FunctionHouse.said("hello"));
    house.share = _ -> true;

    house.functions.look();

    assertThat(house.versions).containsExactly("1.0.0");
  }

  @Test
  void events_are_shared_one_by_one() {
    house.bind(TOLD);
    tryOut(TOLD);
    house.share = key -> key.startsWith("event/") && house.runs.isEmpty();
    house.functions.publish("agent-orders", "told", "{}");
    house.functions.look();
    house.functions.publish("agent-orders", "told", "{}");
    house.functions.look();

    assertThat(house.versions).containsExactly("2.0.0", "1.0.0");
  }

  @Test
  void timers_are_on_the_side_of_their_key_if_it_knows_them() {
    house.bind(RINGS);
    tryOut(RINGS);
    for (var key : List.of("web.in", "web.out")) {
      house.functions.setTimer(FunctionHouse.PLUGIN, "remind", key, house.clock.instant(), "{}");
    }
    house.functions.look();
    assertThat(house.versions).containsExactlyInAnyOrder("2.0.0", "1.0.0");

    house.versions.clear();
    tryOut(SAID);
    house.functions.setTimer(FunctionHouse.PLUGIN, "remind", "web.in", house.clock.instant(), "{}");
    house.functions.look();
    assertThat(house.versions).containsExactly("1.0.0");
  }

  @Test
  void a_timer_that_only_the_new_version_knows_rings_there() {
    house.bind(SAID);
    tryOut(SAID, RINGS);
    house.functions.setTimer(
        FunctionHouse.PLUGIN, "remind", "web.out", house.clock.instant(), "{}");

    house.functions.look();

    assertThat(house.versions).containsExactly("2.0.0");
  }

  @Test
  void a_schedule_stays_as_the_version_that_serves_has_it() {
    house.bind(HOURLY);
    tryOut(HALF_PAST);
    house.share = _ -> true;
    house.functions.look();

    house.pass(Duration.ofMinutes(30));
    assertThat(house.runs).isEmpty();
    house.pass(Duration.ofMinutes(30));

    assertThat(house.versions).containsExactly("2.0.0");
  }

  @Test
  void a_schedule_that_is_new_rings_in_the_new_version() {
    tryOut(HOURLY);
    house.functions.look();

    house.pass(Duration.ofHours(1));

    assertThat(house.versions).containsExactly("2.0.0");
  }

  @Test
  void a_request_that_comes_again_finds_the_same_version() {
    house.bind(ASKED);
    tryOut(ASKED);
    house.share = key -> key.contains("parcel 7");
    ask("parcel 7");
    ask("parcel 8");
    ask("parcel 7");

    assertThat(house.versions).containsExactly("2.0.0", "1.0.0", "2.0.0");
  }

  @Test
  void a_request_that_only_one_version_answers_is_answered() {
    tryOut(ASKED);
    assertThat(ask("parcel 7")).isEqualTo(new HttpAnswer.Done());

    house.bind(ASKED);
    tryOut(SAID);
    house.share = _ -> true;
    assertThat(ask("parcel 7")).isEqualTo(new HttpAnswer.Done());

    assertThat(house.versions).containsExactly("2.0.0", "1.0.0");
  }

  private HttpAnswer ask(String body) {
    return house.functions.request(
        FunctionHouse.PLUGIN, new Cause.Request("POST", "hook", Map.of(), Map.of(), body));
  }
}

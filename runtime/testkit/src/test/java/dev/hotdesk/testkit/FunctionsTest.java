package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.function.FunctionBounds;
import dev.hotdesk.function.FunctionWatch;
import dev.hotdesk.function.Functions;
import dev.hotdesk.function.HttpAnswer;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FunctionsTest {

  private static final String PLUGIN = "agent-a";
  private static final Policy POLICY =
      Policy.parse("retries=2; backoff=10s; concurrency=4", Policy.DEFAULT);
  private static final Map<String, String> NOTHING = Map.of();

  private final TurnableClock clock = new TurnableClock();
  private final MemoryDeliveries deliveries = new MemoryDeliveries();
  private final MemoryClockwork clockwork = new MemoryClockwork(deliveries);
  private final List<Invocation> runs = new ArrayList<>();
  private final List<FunctionWatch.End> ends = new CopyOnWriteArrayList<>();
  private Function<Invocation, Outcome> work = _ -> Outcome.done();
  private List<BoundFunction> bound = List.of();
  private final Functions functions = node(Runnable::run);

  @Test
  void costs_nothing_while_nobody_wants_to_hear() {
    bind(new Trigger.OnMessage(Author.AGENT));

    assertThat(functions.of("web.a", 3, clock.instant(), List.of(said("hello")))).isEmpty();
  }

  @Test
  void delivers_an_entry_of_the_log_once() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    happen("web.a", 3, said("hello"));

    functions.look();
    functions.look();

    assertThat(runs)
        .containsExactly(
            new Invocation(
                "web.a/3@shop.Counts",
                1,
                TurnableClock.BEGIN,
                new Cause.Message("web.a", 3, Author.CUSTOMER, "hello")));
  }

  @Test
  void tells_of_the_states_of_sessions() {
    bind(new Trigger.OnSession("closed"));
    happen(
        "web.a",
        7,
        new Entry.Moved(new State.Waiting("asked"), "asked", ""),
        new Entry.Moved(new State.Closed(), "", "amy"),
        new Entry.Viewed("SW-1"));

    functions.look();

    assertThat(runs)
        .extracting(Invocation::cause)
        .containsExactly(new Cause.Session("web.a", 8, "closed", ""));
  }

  @Test
  void tries_again_after_growing_pauses_and_keeps_what_fails_for_good() {
    fail();

    assertThat(runs).extracting(Invocation::attempt).containsExactly(1, 2, 3);
    assertThat(runs).extracting(Invocation::id).containsOnly("web.a/3@shop.Counts");
    assertThat(ends)
        .containsExactly(
            FunctionWatch.End.FAILED, FunctionWatch.End.FAILED, FunctionWatch.End.DEAD);
    assertThat(deliveries.dead(PLUGIN, 9))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.error()).isEqualTo("a.b threw: hello");
              assertThat(it.attempts()).isEqualTo(3);
            });
  }

  /** A delivery, until it is a dead letter. */
  private void fail() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    work =
        _ -> {
          throw new PluginFaultException(Kind.THREW, "a.b threw: hello", null);
        };
    happen("web.a", 3, said("hello"));

    functions.look();
    pass(Duration.ofSeconds(7));
    assertThat(runs).hasSize(1);
    pass(Duration.ofSeconds(6));
    assertThat(runs).hasSize(2);
    pass(Duration.ofSeconds(14));
    assertThat(runs).hasSize(2);
    pass(Duration.ofSeconds(12));
    pass(Duration.ofDays(1));
  }

  @Test
  void replays_a_dead_letter_under_the_same_id() {
    fail();
    work = _ -> Outcome.done();
    runs.clear();

    deliveries.replay(deliveries.dead(PLUGIN, 9).getFirst().id(), clock.instant());
    functions.look();

    assertThat(runs)
        .extracting(Invocation::id, Invocation::attempt)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("web.a/3@shop.Counts", 1));
    assertThat(deliveries.dead(PLUGIN, 9)).isEmpty();
  }

  @Test
  void waits_as_long_as_the_function_asks() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    work = it -> it.attempt() == 1 ? Outcome.later(Duration.ofMinutes(5), "busy") : Outcome.done();
    happen("web.a", 3, said("hello"));

    functions.look();
    pass(Duration.ofSeconds(299));
    assertThat(runs).hasSize(1);
    pass(Duration.ofSeconds(1));

    assertThat(ends).containsExactly(FunctionWatch.End.LATER, FunctionWatch.End.DONE);
  }

  @Test
  void does_not_count_an_attempt_while_the_plugin_is_busy_or_left_alone() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    var kinds =
        new ArrayDeque<>(
            List.of(Kind.OVERLOADED, Kind.CIRCUIT_OPEN, Kind.OVERLOADED, Kind.CIRCUIT_OPEN));
    work =
        _ -> {
          if (kinds.isEmpty()) {
            return Outcome.done();
          }
          throw new PluginFaultException(kinds.remove(), "not now", null);
        };
    happen("web.a", 3, said("hello"));

    functions.look();
    for (int i = 0; i < 5; i++) {
      pass(Duration.ofSeconds(2));
    }

    assertThat(runs).extracting(Invocation::attempt).containsOnly(1).hasSize(5);
    assertThat(deliveries.dead(PLUGIN, 9)).isEmpty();
  }

  @Test
  void delivers_again_what_a_dead_node_had_claimed() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    happen("web.a", 3, said("hello"));
    var queue = new ArrayDeque<Runnable>();
    node(queue::add).look();
    assertThat(queue).hasSize(1); // claimed there, and never run

    functions.look();
    assertThat(runs).isEmpty();
    pass(Duration.ofMinutes(2));

    assertThat(runs)
        .extracting(Invocation::id, Invocation::attempt)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("web.a/3@shop.Counts", 2));
  }

  @Test
  void gives_up_what_stops_one_node_after_another() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    happen("web.a", 3, said("hello"));
    for (int i = 0; i < 3; i++) {
      node(_ -> {}).look();
      clock.pass(Duration.ofMinutes(2));
    }

    functions.look();

    assertThat(runs).isEmpty();
    assertThat(deliveries.dead(PLUGIN, 9))
        .singleElement()
        .satisfies(it -> assertThat(it.error()).contains("3 runs began and none ended"));
  }

  @Test
  void keeps_what_is_for_a_plugin_that_is_gone_until_it_is_back() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    happen("web.a", 3, said("hello"));
    bound = List.of();
    pass(Duration.ofDays(6));
    assertThat(runs).isEmpty();

    bind(new Trigger.OnMessage(Author.CUSTOMER));
    functions.look();

    assertThat(runs).hasSize(1);
  }

  @Test
  void gives_up_what_is_for_a_plugin_that_stays_away() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    happen("web.a", 3, said("hello"));
    bound =
        List.of(new BoundFunction("b", List.of(new Trigger.OnTimer("x")), new Direct("agent-b")));
    pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(deliveries.dead(PLUGIN, 9)).hasSize(1);
  }

  @Test
  void rings_a_schedule_once_for_all_nodes() {
    bind(new Trigger.OnSchedule("*/10 * * * *", ZoneId.of("UTC")));
    var other = node(Runnable::run);
    functions.look();
    other.look();
    assertThat(runs).isEmpty();

    for (int i = 0; i < 20; i++) {
      clock.pass(Duration.ofMinutes(1));
      functions.look();
      other.look();
    }

    assertThat(runs)
        .extracting(Invocation::cause)
        .containsExactly(
            new Cause.Time(Instant.parse("2026-11-23T10:10:00Z")),
            new Cause.Time(Instant.parse("2026-11-23T10:20:00Z")));
  }

  @Test
  void rings_once_for_all_that_was_missed() {
    bind(new Trigger.OnSchedule("*/10 * * * *", ZoneId.of("UTC")));
    functions.look();

    pass(Duration.ofHours(8));
    functions.look();
    pass(Duration.ofMinutes(10));

    assertThat(runs)
        .extracting(Invocation::cause)
        .containsExactly(
            new Cause.Time(Instant.parse("2026-11-23T10:10:00Z")),
            new Cause.Time(Instant.parse("2026-11-23T18:10:00Z")));
  }

  @Test
  void rings_nothing_of_a_plugin_that_was_away_for_long() {
    bind(new Trigger.OnSchedule("0 9 * * *", ZoneId.of("UTC")));
    functions.look();

    pass(Duration.ofDays(30));

    assertThat(runs).isEmpty();
    pass(Duration.ofDays(1));
    assertThat(runs).hasSize(1);
  }

  @Test
  void wakes_a_plugin_when_its_timer_rings_and_not_others() {
    bind(new Trigger.OnTimer("remind"));
    functions.setTimer("agent-b", "remind", "k", clock.instant(), "{}");
    functions.setTimer(PLUGIN, "remind", "k", clock.instant().plusSeconds(60), "{\"n\":1}");
    functions.setTimer(PLUGIN, "remind", "gone", clock.instant().plusSeconds(60), "{}");
    functions.cancelTimer(PLUGIN, "remind", "gone");

    functions.look();
    assertThat(runs).isEmpty();
    pass(Duration.ofSeconds(60));
    pass(Duration.ofSeconds(60));

    assertThat(runs)
        .extracting(Invocation::cause)
        .containsExactly(
            new Cause.Timer("remind", "k", Instant.parse("2026-11-23T10:01:00Z"), "{\"n\":1}"));
  }

  @Test
  void a_timer_that_sets_itself_anew_rings_again() {
    bind(new Trigger.OnTimer("tick"));
    work =
        it -> {
          if (runs.size() < 3) {
            functions.setTimer(PLUGIN, "tick", "k", clock.instant(), "{}");
          }
          return Outcome.done();
        };
    functions.setTimer(PLUGIN, "tick", "k", clock.instant(), "{}");

    for (int i = 0; i < 5; i++) {
      functions.look();
    }

    assertThat(runs).hasSize(3);
    assertThat(runs).extracting(Invocation::id).doesNotHaveDuplicates();
  }

  @Test
  void passes_an_event_on_to_who_wants_it() {
    bind(new Trigger.OnPluginEvent("agent-orders", "cancelled"));
    functions.publish("agent-orders", "cancelled", "{\"order\":1}");
    functions.publish("agent-orders", "shipped", "{}");
    functions.publish("agent-other", "cancelled", "{}");

    functions.look();

    assertThat(runs)
        .extracting(Invocation::cause)
        .containsExactly(new Cause.Event("agent-orders", "cancelled", "{\"order\":1}"));
  }

  @Test
  void leaves_half_of_the_threads_to_customers() {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    for (int i = 0; i < 9; i++) {
      happen("web.a", i, said("hello"));
    }
    var queue = new ArrayDeque<Runnable>();
    var slow = node(queue::add);

    slow.look();
    slow.look();
    assertThat(queue).hasSize(2);
    queue.remove().run();
    slow.look();

    assertThat(queue).hasSize(2);
  }

  @Test
  void delivers_by_itself_what_has_gathered() throws InterruptedException {
    bind(new Trigger.OnMessage(Author.CUSTOMER));
    for (int i = 0; i < 50; i++) {
      happen("web.a", i, said("hello"));
    }
    var counted = new java.util.concurrent.CountDownLatch(50);
    work =
        _ -> {
          counted.countDown();
          return Outcome.done();
        };
    try (var running = node(it -> Thread.ofVirtual().start(it))) {
      running.start();
      counted.await();
    }

    assertThat(counted.getCount()).isZero();
  }

  @Test
  void answers_requests_of_its_own_prefix_only() {
    bind(new Trigger.OnHttp("POST", "hook"));
    work = _ -> Outcome.answer(201, "text/plain", "thanks");

    assertThat(request(PLUGIN, "POST", "hook"))
        .isEqualTo(new HttpAnswer.Given(new Outcome.Answer(201, "text/plain", "thanks")));
    for (var answer :
        List.of(
            request("agent-b", "POST", "hook"),
            request(PLUGIN, "GET", "hook"),
            request(PLUGIN, "POST", "hook/more"))) {
      assertThat(answer).isEqualTo(new HttpAnswer.NoSuchFunction());
    }
  }

  @Test
  void tells_a_caller_how_a_request_failed() {
    bind(new Trigger.OnHttp("GET", "hook"));
    var answers = new ArrayList<HttpAnswer>();
    for (var kind : Kind.values()) {
      work =
          _ -> {
            throw new PluginFaultException(kind, "", null);
          };
      answers.add(request(PLUGIN, "GET", "hook"));
    }
    work = _ -> Outcome.later(Duration.ofSeconds(5), "");
    answers.add(request(PLUGIN, "GET", "hook"));
    work = _ -> Outcome.done();
    answers.add(request(PLUGIN, "GET", "hook"));

    assertThat(answers)
        .containsExactly(
            new HttpAnswer.Failed(),
            new HttpAnswer.TooLate(),
            new HttpAnswer.Busy(Duration.ofSeconds(1)),
            new HttpAnswer.Failed(),
            new HttpAnswer.Busy(Duration.ofSeconds(10)),
            new HttpAnswer.Busy(Duration.ofSeconds(5)),
            new HttpAnswer.Done());
  }

  private HttpAnswer request(String plugin, String method, String path) {
    return functions.request(plugin, new Cause.Request(method, path, NOTHING, NOTHING, ""));
  }

  private void bind(Trigger trigger) {
    bound = List.of(new BoundFunction("shop.Counts", List.of(trigger), new Direct(PLUGIN)));
  }

  private void happen(String conversation, long first, Entry... entries) {
    deliveries.add(
        functions.of(conversation, first, clock.instant(), List.of(entries)), clock.instant());
  }

  private static Entry said(String text) {
    return new Entry.Said(Author.CUSTOMER, "", text, "c-1");
  }

  private void pass(Duration time) {
    clock.pass(time);
    functions.look();
  }

  private Functions node(Executor executor) {
    return new Functions(
        new Bound(),
        deliveries,
        clockwork,
        FunctionBounds.DEFAULT,
        clock,
        executor,
        "node",
        (_, _, end, _) -> ends.add(end));
  }

  /** Whatever is bound at the moment. */
  private final class Bound implements Plugins {
    @Override
    public Lease lease() {
      var now = bound;
      return (Lease)
          Proxy.newProxyInstance(
              Lease.class.getClassLoader(),
              new Class<?>[] {Lease.class},
              (_, method, _) -> method.getName().equals("functions") ? now : null);
    }
  }

  /** Runs what the test wants, on its thread. */
  private final class Direct implements Plugged<PluginFunction> {

    private final String plugin;

    Direct(String plugin) {
      this.plugin = plugin;
    }

    @Override
    public String plugin() {
      return plugin;
    }

    @Override
    public String version() {
      return "1.0.0";
    }

    @Override
    public Map<String, String> texts(Language language) {
      return Map.of();
    }

    @Override
    public PluginContext context() {
      return new NothingLent(clock);
    }

    @Override
    public Policy policy() {
      return POLICY;
    }

    @Override
    public <R> R call(
        String what, Duration deadline, Function<? super PluginFunction, ? extends R> call) {
      return call.apply(
          new PluginFunction() {
            @Override
            public List<Trigger> triggers() {
              return List.of();
            }

            @Override
            public Outcome run(Invocation invocation, PluginContext context) {
              synchronized (runs) {
                runs.add(invocation);
              }
              return work.apply(invocation);
            }
          });
    }
  }

  /** Stands still until it is turned. */
  private static final class TurnableClock extends Clock {

    static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

    private Instant now = BEGIN;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

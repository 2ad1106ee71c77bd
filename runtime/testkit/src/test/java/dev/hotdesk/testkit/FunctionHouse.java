package dev.hotdesk.testkit;

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
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.session.Entry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/** A house with functions that do what a test wants, on its thread and by a clock to turn. */
final class FunctionHouse {

  static final String PLUGIN = "agent-a";
  static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Policy POLICY =
      Policy.parse("retries=2; backoff=10s; concurrency=4", Policy.DEFAULT);

  final TurnableClock clock = new TurnableClock();
  final MemoryDeliveries deliveries = new MemoryDeliveries();
  private final MemoryClockwork clockwork = new MemoryClockwork(deliveries);
  final List<Invocation> runs = new ArrayList<>();

  /** The versions that ran, one for each run. */
  final List<String> versions = new ArrayList<>();

  final List<FunctionWatch.End> ends = new CopyOnWriteArrayList<>();
  Function<Invocation, Outcome> work = _ -> Outcome.done();

  /** What serves. */
  List<BoundFunction> bound = List.of();

  /** What is tried out beside it; empty while there is no rollout. */
  Optional<List<BoundFunction>> tried = Optional.empty();

  /** What of it belongs to the share. */
  Predicate<String> share = _ -> false;

  final Functions functions = node(Runnable::run);

  HttpAnswer request(String plugin, String method, String path) {
    return functions.request(plugin, new Cause.Request(method, path, Map.of(), Map.of(), ""));
  }

  void bind(Trigger... triggers) {
    bound = functions("1.0.0", triggers);
  }

  /** The function that the tests are about, in a version. */
  List<BoundFunction> functions(String version, Trigger... triggers) {
    return List.of(
        new BoundFunction("shop.Counts", List.of(triggers), new Direct(PLUGIN, version)));
  }

  void happen(String conversation, long first, Entry... entries) {
    deliveries.add(
        functions.of(conversation, first, clock.instant(), List.of(entries)), clock.instant());
  }

  static Entry said(String text) {
    return new Entry.Said(Author.CUSTOMER, "", text, "c-1");
  }

  void pass(Duration time) {
    clock.pass(time);
    functions.look();
  }

  Functions node(Executor executor) {
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
      return lease(bound);
    }

    @Override
    public Lease lease(String key) {
      return lease(share.test(key) ? tried.orElse(bound) : bound);
    }

    private Lease lease(List<BoundFunction> side) {
      return (Lease)
          Proxy.newProxyInstance(
              Lease.class.getClassLoader(),
              new Class<?>[] {Lease.class},
              (_, method, _) ->
                  switch (method.getName()) {
                    case "functions" -> side;
                    case "trial" -> tried.map(this::lease);
                    default -> null;
                  });
    }
  }

  /** Runs what the test wants, on its thread. */
  final class Direct implements Plugged<PluginFunction> {

    private final String plugin;
    private final String version;

    Direct(String plugin, String version) {
      this.plugin = plugin;
      this.version = version;
    }

    @Override
    public String plugin() {
      return plugin;
    }

    @Override
    public String version() {
      return version;
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
                versions.add(version);
              }
              return work.apply(invocation);
            }
          });
    }
  }

  /** Stands still until it is turned. */
  static final class TurnableClock extends Clock {

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

package dev.hotdesk.function;

import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.function.FunctionWatch.End;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.session.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * The functions of the plugins, at work: what happens is noted for those who want to hear of it,
 * and delivered to them at least once; a request is answered at once or not at all.
 *
 * <p>Called by many threads at once.
 */
public final class Functions implements LogSubscribers, AutoCloseable {

  private final Sides sides;
  private final Deliveries deliveries;
  private final Clockwork clockwork;
  private final Clock clock;
  private final Executor executor;
  private final Runs runs;
  private final Dispatcher dispatcher;

  /**
   * Nothing is delivered before {@link #start}.
   *
   * @param executor must have a thread for each delivery under way, so virtual ones
   * @param node the name of this node, for people to see
   */
  public Functions(
      Plugins plugins,
      Deliveries deliveries,
      Clockwork clockwork,
      FunctionBounds bounds,
      Clock clock,
      Executor executor,
      String node,
      FunctionWatch watch) {
    this.sides = new Sides(plugins);
    this.deliveries = deliveries;
    this.clockwork = clockwork;
    this.clock = clock;
    this.executor = executor;
    this.runs = new Runs(sides, deliveries, bounds, clock, watch);
    this.dispatcher =
        new Dispatcher(
            sides,
            deliveries,
            new Planner(clockwork, bounds),
            new Desks(deliveries, runs, bounds, clock, executor, node),
            bounds,
            clock);
  }

  /** Begins to deliver. Once. */
  public void start() {
    dispatcher.start(executor);
  }

  /** Looks once at all that is due, on this thread; for who has not called {@link #start}. */
  public void look() {
    dispatcher.look();
  }

  @Override
  public List<Occasion> of(String conversation, long first, Instant at, List<Entry> entries) {
    var wanted = sides.wanted(conversation);
    return wanted.isEmpty()
        ? List.of()
        : IntStream.range(0, entries.size())
            .boxed()
            .flatMap(i -> wanted.of(conversation, first + i, at, entries.get(i)).stream())
            .toList();
  }

  @Override
  public void stored(List<Occasion> occasions) {
    dispatcher.wake(occasions.stream().map(Occasion::plugin).toList());
  }

  /** Tells all functions that want it of a plugin's event; durable when the method returns. */
  public void publish(String plugin, String type, String json) {
    var event = new Invocation.Cause.Event(plugin, type, json);
    var id = "event/" + UUID.randomUUID();
    var occasions = sides.wanted(Bonds.key(id, event)).of(event, id, clock.instant());
    if (!occasions.isEmpty()) {
      deliveries.add(occasions, clock.instant());
      stored(occasions);
    }
  }

  /** Sets a timer of a plugin; durable when the method returns. */
  public void setTimer(String plugin, String name, String key, Instant due, String json) {
    clockwork.set(new Clockwork.Alarm(plugin, name, key, due, json, UUID.randomUUID().toString()));
  }

  /** Forgets a timer of a plugin. */
  public void cancelTimer(String plugin, String name, String key) {
    clockwork.cancel(plugin, name, key);
  }

  /** Puts a request to the function that is bound to its method and path. Waits for the answer. */
  public HttpAnswer request(String plugin, Invocation.Cause.Request request) {
    return sides
        .with(
            Bonds.key("", request),
            it -> it.function().plugin().equals(plugin) && Bonds.wants(it, request),
            request,
            it -> answer(it, request))
        .orElseGet(HttpAnswer.NoSuchFunction::new);
  }

  private HttpAnswer answer(BoundFunction bound, Invocation.Cause.Request request) {
    long began = System.nanoTime();
    var invocation = new Invocation("request/" + UUID.randomUUID(), 1, clock.instant(), request);
    var end = End.FAILED;
    try {
      var outcome = runs.run(bound.function(), invocation);
      end = outcome instanceof Outcome.Later ? End.LATER : End.DONE;
      return answer(outcome);
    } catch (PluginFaultException fault) {
      var answer = answer(fault, bound.function().policy());
      end = answer instanceof HttpAnswer.Busy ? End.REFUSED : End.FAILED;
      return answer;
    } finally {
      runs.tell(bound.function().plugin(), bound.name(), end, began);
    }
  }

  private static HttpAnswer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answer given -> new HttpAnswer.Given(given);
      case Outcome.Done _ -> new HttpAnswer.Done();
      case Outcome.Later(var pause, _) -> new HttpAnswer.Busy(pause);
    };
  }

  private static HttpAnswer answer(PluginFaultException fault, Policy policy) {
    return switch (fault.kind()) {
      case OVERLOADED -> new HttpAnswer.Busy(Duration.ofSeconds(1));
      case CIRCUIT_OPEN -> new HttpAnswer.Busy(policy.breaker().open());
      case TIMED_OUT -> new HttpAnswer.TooLate();
      case THREW, RETURNED_NOTHING -> new HttpAnswer.Failed();
    };
  }

  /** Claims nothing more; what is under way ends by itself. */
  @Override
  public void close() {
    dispatcher.close();
  }
}

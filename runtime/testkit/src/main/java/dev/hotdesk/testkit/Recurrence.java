package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.PluginFaultException;
import java.time.Duration;
import java.util.Optional;

/** Runs a packed plugin's function twice for each occasion that it wants, under one id. */
record Recurrence(BoundFunction bound, Lent lent) {

  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** Fails if the second time has an effect. */
  void check() {
    for (var trigger : bound.triggers()) {
      cause(trigger).ifPresent(this::check);
    }
  }

  private void check(Cause cause) {
    run(cause, 1);
    var effects = lent.effects();
    run(cause, 2);
    assertEquals(
        effects, lent.effects(), bound.name() + " does more when it is run again for " + cause);
  }

  private void run(Cause cause, int attempt) {
    var invocation = new Invocation("again", attempt, lent.clock().instant(), cause);
    try {
      bound.function().call("run", DEADLINE, it -> it.run(invocation, bound.function().context()));
    } catch (PluginFaultException e) {
      // It does not know what to do with an occasion that is made up; that is no second effect.
    }
  }

  /** Such an occasion; none for what comes only once. */
  private Optional<Cause> cause(Trigger trigger) {
    return switch (trigger) {
      case Trigger.OnMessage(var author) ->
          Optional.of(new Cause.Message("test.customer", 1, author, "hello"));
      case Trigger.OnSession(var state) ->
          Optional.of(new Cause.Session("test.customer", 1, state, ""));
      case Trigger.OnSchedule _ -> Optional.of(new Cause.Time(lent.clock().instant()));
      case Trigger.OnPluginEvent(var plugin, var type) ->
          Optional.of(new Cause.Event(plugin, type, "{}"));
      case Trigger.OnTimer(var name) ->
          Optional.of(new Cause.Timer(name, "key", lent.clock().instant(), "{}"));
      case Trigger.OnHttp _ -> Optional.empty();
    };
  }
}

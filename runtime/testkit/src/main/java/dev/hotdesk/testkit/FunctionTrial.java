package dev.hotdesk.testkit;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.capability.MemoryFunctionDesk;
import dev.hotdesk.function.TriggerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Runs a plugin's function when something happens in a test, as the runtime does: at least once.
 * Each occasion comes twice, and the second time must change nothing.
 *
 * <pre>{@code
 * var trial = FunctionTrial.of(new Reminder());
 * trial.session("closed");
 * assertThat(trial.lent().timers()).containsKey("remind test.customer");
 * trial.after(Duration.ofDays(1));
 * assertThat(trial.lent().events()).containsExactly("reminded {}");
 * }</pre>
 *
 * <p>Used by one thread.
 */
public final class FunctionTrial {

  private static final String CONVERSATION = "test.customer";

  private final PluginFunction function;
  private final Lent lent;
  private int occasions;

  private FunctionTrial(PluginFunction function, Lent lent) {
    this.function = function;
    this.lent = lent;
  }

  /** Of a function of a plugin that has done nothing yet. */
  public static FunctionTrial of(PluginFunction function) {
    var name = function.getClass().getSimpleName();
    return new FunctionTrial(function, new Lent(name, new VirtualClock()));
  }

  /** Of a function of the plugin whose agent is talked to: it shares what that is lent. */
  public static FunctionTrial of(PluginFunction function, Conversation conversation) {
    return new FunctionTrial(function, conversation.lent());
  }

  /** What it is lent, and what it has done with it. */
  public Lent lent() {
    return lent;
  }

  /** Somebody says something. */
  public Outcome message(Author author, String words) {
    return happens(new Cause.Message(CONVERSATION, occasions + 1L, author, words));
  }

  /** The session goes into this state. */
  public Outcome session(String state) {
    return happens(new Cause.Session(CONVERSATION, occasions + 1L, state, ""));
  }

  /** A request comes. It comes once, as the runtime does not repeat it. */
  public Outcome request(String method, String path, String body) {
    return run(new Cause.Request(method, path, Map.of(), Map.of(), body), id(), 1);
  }

  /** Another plugin publishes an event. */
  public Outcome event(String plugin, String type, String json) {
    return happens(new Cause.Event(plugin, type, json));
  }

  /** A time of its schedule comes. */
  public Outcome scheduled() {
    return happens(new Cause.Time(lent.clock().instant()));
  }

  /** So much time passes, and the timers that are due by then ring in their order. */
  public FunctionTrial after(Duration time) {
    var until = lent.clock().instant().plus(time);
    for (var due = due(until); !due.isEmpty(); due = due(until)) {
      var timer = due.getFirst();
      var which = timer.getKey();
      var wake = timer.getValue();
      var now = lent.clock().instant();
      lent.clock()
          .turn(wake.due().isAfter(now) ? Duration.between(now, wake.due()) : Duration.ZERO);
      lent.desk().cancelTimer(which.plugin(), which.name(), which.key());
      happens(new Cause.Timer(which.name(), which.key(), wake.due(), wake.json()));
    }
    lent.clock().turn(Duration.between(lent.clock().instant(), until));
    return this;
  }

  private List<Map.Entry<MemoryFunctionDesk.Timer, MemoryFunctionDesk.Wake>> due(Instant until) {
    return lent.desk().timers().entrySet().stream()
        .filter(it -> !it.getValue().due().isAfter(until))
        .sorted(Comparator.comparing(it -> it.getValue().due()))
        .toList();
  }

  private Outcome happens(Cause cause) {
    var id = id();
    var outcome = run(cause, id, 1);
    var effects = lent.effects();
    run(cause, id, 2);
    if (!effects.equals(lent.effects())) {
      throw new AssertionError(
          "%s came a second time under the id %s and changed %s into %s; wanted no second effect: note the id, or use keys that follow from what happened"
              .formatted(cause, id, effects, lent.effects()));
    }
    return outcome;
  }

  private String id() {
    occasions++;
    return "occasion-" + occasions;
  }

  private Outcome run(Cause cause, String id, int attempt) {
    if (function.triggers().stream().noneMatch(trigger -> TriggerRules.isFor(trigger, cause))) {
      throw new AssertionError(
          "%s has no trigger for %s; it has %s"
              .formatted(function.getClass().getSimpleName(), cause, function.triggers()));
    }
    return function.run(
        new Invocation(id, attempt, lent.clock().instant(), cause), lent.toAnybody());
  }
}

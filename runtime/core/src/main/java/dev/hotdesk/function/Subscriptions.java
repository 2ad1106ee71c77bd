package dev.hotdesk.function;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.session.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which functions want to hear of what. Holds names only, nothing of a plugin: it may be kept while
 * the plugins change.
 */
final class Subscriptions {

  static final Subscriptions NONE = new Subscriptions(List.of());

  private final Map<Trigger, List<Subscriber>> byTrigger = new HashMap<>();
  private final Map<String, Known> plugins = new HashMap<>();

  Subscriptions(List<BoundFunction> functions) {
    for (var bound : functions) {
      var subscriber = new Subscriber(bound.function().plugin(), bound.name());
      plugins
          .computeIfAbsent(
              subscriber.plugin(), _ -> new Known(new HashSet<>(), bound.function().policy()))
          .functions()
          .add(subscriber.function());
      for (var trigger : Set.copyOf(bound.triggers())) {
        byTrigger.computeIfAbsent(trigger, _ -> new ArrayList<>()).add(subscriber);
      }
    }
  }

  private Subscriptions(Subscriptions one, Subscriptions other) {
    one.byTrigger.forEach((trigger, all) -> byTrigger.put(trigger, new ArrayList<>(all)));
    plugins.putAll(one.plugins);
    other.byTrigger.forEach((trigger, all) -> all.forEach(each -> add(one, trigger, each)));
    other.plugins.forEach((plugin, known) -> plugins.merge(plugin, known, Known::and));
  }

  /** A function that is known has its schedules already, whatever another version says. */
  private void add(Subscriptions known, Trigger trigger, Subscriber subscriber) {
    var all = byTrigger.computeIfAbsent(trigger, _ -> new ArrayList<>());
    boolean isSettled = trigger instanceof Trigger.OnSchedule && known.has(subscriber);
    if (!isSettled && !all.contains(subscriber)) {
      all.add(subscriber);
    }
  }

  private boolean has(Subscriber subscriber) {
    var known = plugins.get(subscriber.plugin());
    return known != null && known.functions().contains(subscriber.function());
  }

  /** These, and what others want besides. */
  Subscriptions and(Subscriptions others) {
    return new Subscriptions(this, others);
  }

  /** A function. */
  record Subscriber(String plugin, String function) {

    Occasion occasion(String id, Instant at, Invocation.Cause cause) {
      return new Occasion(plugin, function, id, at, cause);
    }
  }

  /** What is known of a plugin that has functions. */
  record Known(Set<String> functions, Policy policy) {

    Known and(Known other) {
      var all = new HashSet<>(functions);
      all.addAll(other.functions);
      return new Known(all, policy);
    }
  }

  boolean isEmpty() {
    return plugins.isEmpty();
  }

  Map<String, Known> plugins() {
    return plugins;
  }

  /** Whom an entry of a conversation's log is for. */
  List<Occasion> of(String conversation, long sequence, Instant at, Entry entry) {
    var id = conversation + "/" + sequence;
    return switch (entry) {
      case Entry.Said(var author, _, var text, _, _, _) ->
          occasions(
              new Trigger.OnMessage(author),
              id,
              at,
              new Invocation.Cause.Message(conversation, sequence, author, text));
      case Entry.Left(var text, _, _) ->
          occasions(
              new Trigger.OnMessage(Author.CUSTOMER),
              id,
              at,
              new Invocation.Cause.Message(conversation, sequence, Author.CUSTOMER, text));
      case Entry.Moved(var state, var reason, _, _) ->
          occasions(
              new Trigger.OnSession(state.word()),
              id,
              at,
              new Invocation.Cause.Session(conversation, sequence, state.word(), reason));
      case Entry.Recalled _,
          Entry.Understood _,
          Entry.Viewed _,
          Entry.Identified _,
          Entry.Described _,
          Entry.Corrected _,
          Entry.Noticed _,
          Entry.Rated _,
          Entry.Overdue _ ->
          List.of();
    };
  }

  /** Whom a plugin's event is for. */
  List<Occasion> of(Invocation.Cause.Event event, String id, Instant at) {
    return occasions(new Trigger.OnPluginEvent(event.plugin(), event.type()), id, at, event);
  }

  /** Whom a timer wakes. */
  List<Occasion> of(Clockwork.Alarm alarm) {
    var cause = new Invocation.Cause.Timer(alarm.name(), alarm.key(), alarm.due(), alarm.json());
    return occasions(
            new Trigger.OnTimer(alarm.name()), "timer/" + alarm.setting(), alarm.due(), cause)
        .stream()
        .filter(occasion -> occasion.plugin().equals(alarm.plugin()))
        .toList();
  }

  private List<Occasion> occasions(Trigger trigger, String id, Instant at, Invocation.Cause cause) {
    var wanted = byTrigger.get(trigger);
    return wanted == null
        ? List.of()
        : wanted.stream().map(subscriber -> subscriber.occasion(id, at, cause)).toList();
  }

  /** Each timer's name that somebody waits for, by plugin. */
  Set<Map.Entry<String, String>> timers() {
    var timers = new HashSet<Map.Entry<String, String>>();
    byTrigger.forEach(
        (trigger, subscribers) -> {
          if (trigger instanceof Trigger.OnTimer(var name)) {
            subscribers.forEach(it -> timers.add(Map.entry(it.plugin(), name)));
          }
        });
    return timers;
  }

  /** All schedules of all functions. */
  List<Planned> schedules() {
    var planned = new ArrayList<Planned>();
    byTrigger.forEach(
        (trigger, subscribers) -> {
          if (trigger instanceof Trigger.OnSchedule schedule) {
            subscribers.forEach(it -> planned.add(new Planned(it, schedule)));
          }
        });
    return planned;
  }

  /** A schedule and whom it wakes. */
  record Planned(Subscriber subscriber, Trigger.OnSchedule trigger) {

    Clockwork.Schedule schedule() {
      return new Clockwork.Schedule(
          subscriber.plugin(), subscriber.function(), trigger.cron(), trigger.zone().getId());
    }
  }
}

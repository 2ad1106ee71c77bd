package dev.hotdesk.function;

import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.session.State;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which triggers make sense, and what a plugin must be allowed to have them. */
public final class TriggerRules {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9._~-]{1,64}(/[A-Za-z0-9._~-]{1,64}){0,7}");
  private static final Pattern PLUGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");

  private TriggerRules() {}

  /** The permission without which a plugin may not have it; empty if it needs none. */
  public static Optional<String> permission(Trigger trigger) {
    return switch (trigger) {
      case Trigger.OnMessage _, Trigger.OnSession _ -> Optional.of("conversation:read");
      case Trigger.OnHttp _ -> Optional.of("http");
      case Trigger.OnTimer _ -> Optional.of("timers");
      case Trigger.OnSchedule _, Trigger.OnPluginEvent _ -> Optional.empty();
    };
  }

  /** What is wrong with it, and what was wanted. */
  public static Optional<String> fault(Trigger trigger, Clock clock) {
    return switch (trigger) {
      case Trigger.OnMessage _ -> Optional.empty();
      case Trigger.OnSession(var state) when !State.WORDS.contains(state) ->
          Optional.of("the session state " + state + "; wanted one of " + State.WORDS);
      case Trigger.OnSession _ -> Optional.empty();
      case Trigger.OnHttp(var method, var path) -> http(method, path);
      case Trigger.OnSchedule schedule -> schedule(schedule, clock);
      case Trigger.OnPluginEvent(var plugin, var type)
          when !PLUGIN.matcher(plugin).matches() || !NAME.matcher(type).matches() ->
          Optional.of(
              "the event %s of %s; wanted a plugin's id, and 1 to 64 lower-case letters, digits and underscores"
                  .formatted(type, plugin));
      case Trigger.OnPluginEvent _ -> Optional.empty();
      case Trigger.OnTimer(var name) when name.isBlank() || name.length() > 64 ->
          Optional.of("the timer \"" + name + "\"; wanted a name of 1 to 64 characters");
      case Trigger.OnTimer _ -> Optional.empty();
    };
  }

  private static Optional<String> http(String method, String path) {
    if (!METHODS.contains(method)) {
      return Optional.of("the method " + method + "; wanted one of " + METHODS);
    }
    return PATH.matcher(path).matches()
        ? Optional.empty()
        : Optional.of(
            "the path %s; wanted one such as orders/cancelled, without a leading slash"
                .formatted(path));
  }

  private static Optional<String> schedule(Trigger.OnSchedule schedule, Clock clock) {
    try {
      return new Crontab(schedule.cron()).next(clock.instant(), schedule.zone()).isPresent()
          ? Optional.empty()
          : Optional.of("the schedule " + schedule.cron() + "; wanted one that comes at some time");
    } catch (IllegalArgumentException e) {
      return Optional.of("the schedule " + schedule.cron() + ": " + e.getMessage());
    }
  }

  /** Whether a trigger is set off by such a thing. */
  public static boolean isFor(Trigger trigger, Cause cause) {
    return switch (trigger) {
      case Trigger.OnMessage(var author) ->
          cause instanceof Cause.Message message && message.author() == author;
      case Trigger.OnSession(var state) ->
          cause instanceof Cause.Session session && session.state().equals(state);
      case Trigger.OnHttp(var method, var path) ->
          cause instanceof Cause.Request request
              && request.method().equals(method)
              && request.path().equals(path);
      case Trigger.OnSchedule _ -> cause instanceof Cause.Time;
      case Trigger.OnPluginEvent(var plugin, var type) ->
          cause instanceof Cause.Event event
              && event.plugin().equals(plugin)
              && event.type().equals(type);
      case Trigger.OnTimer(var name) ->
          cause instanceof Cause.Timer timer && timer.name().equals(name);
    };
  }
}

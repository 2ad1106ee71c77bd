package dev.hotdesk.function;

import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.routing.BoundFunction;
import java.util.TreeMap;

/** What binds something that happened to a function, and to one of the versions that serve. */
final class Bonds {

  private Bonds() {}

  /**
   * What something belongs to: whatever has the same key finds the same version.
   *
   * @param occasion its id
   */
  static String key(String occasion, Cause cause) {
    return switch (cause) {
      case Cause.Message(var conversation, _, _, _) -> conversation;
      case Cause.Session(var conversation, _, _, _) -> conversation;
      case Cause.Timer(_, var key, _, _) -> key;
      case Cause.Event _, Cause.Time _ -> occasion;
      case Cause.Request(var method, var path, var query, _, var body) ->
          "%s %s %s %s".formatted(method, path, new TreeMap<>(query), body);
    };
  }

  /** Whether the function wants to hear of such a thing. */
  static boolean wants(BoundFunction function, Cause cause) {
    return function.triggers().stream().anyMatch(trigger -> TriggerRules.isFor(trigger, cause));
  }
}

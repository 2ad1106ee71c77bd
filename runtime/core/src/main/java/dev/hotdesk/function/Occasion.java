package dev.hotdesk.function;

import dev.hotdesk.api.Invocation;
import java.time.Instant;

/**
 * That something happened which a function wants to hear of.
 *
 * @param plugin the id of the function's plugin
 * @param function the name of its class
 * @param id names what happened: a function is never told of the same twice, but for trying again
 * @param at when it happened
 * @param cause what happened
 */
public record Occasion(
    String plugin, String function, String id, Instant at, Invocation.Cause cause) {

  /** The same over all attempts and replays, and another for each function. */
  public String key() {
    return id + "@" + function;
  }

  /** The word for what kind of thing happened. */
  public static String kind(Invocation.Cause cause) {
    return switch (cause) {
      case Invocation.Cause.Message _ -> "message";
      case Invocation.Cause.Session _ -> "session";
      case Invocation.Cause.Request _ -> "request";
      case Invocation.Cause.Time _ -> "time";
      case Invocation.Cause.Event _ -> "event";
      case Invocation.Cause.Timer _ -> "timer";
    };
  }
}

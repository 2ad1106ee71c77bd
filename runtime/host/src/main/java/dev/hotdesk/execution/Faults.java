package dev.hotdesk.execution;

import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says and counts why calls of one plugin failed. */
final class Faults {

  private final String plugin;
  private final Tally tally;

  /** Of this plugin, by its id and version. */
  Faults(String plugin, Tally tally) {
    this.plugin = plugin;
    this.tally = tally;
  }

  PluginFaultException of(Kind kind, String what, String description) {
    return of(kind, what, description, null);
  }

  PluginFaultException of(Kind kind, String what, String description, @Nullable Throwable cause) {
    var message = words(what, description);
    tally.failed(kind, message);
    return new PluginFaultException(kind, message, cause);
  }

  /** The plugin's thread was past its deadline, or there was none for it in all that time. */
  PluginFaultException late(String what, Duration deadline, boolean hadBegun) {
    return hadBegun
        ? of(Kind.TIMED_OUT, what, "no answer within " + deadline.toMillis() + " ms")
        : of(Kind.OVERLOADED, what, "no thread was free for " + deadline.toMillis() + " ms");
  }

  /** A call that is not even tried, because of those before it. */
  PluginFaultException leftAlone(String what, Duration pause) {
    return of(
        Kind.CIRCUIT_OPEN,
        what,
        "it failed too often of late, and is left alone for another %d ms"
            .formatted(pause.toMillis()));
  }

  /** Who waited was called away, which is nobody's fault and not counted. */
  PluginFaultException interrupted(String what, InterruptedException cause) {
    return new PluginFaultException(
        Kind.TIMED_OUT, words(what, "the caller was interrupted"), cause);
  }

  private String words(String what, String description) {
    return "Plugin %s, %s: %s".formatted(plugin, what, description);
  }
}

package dev.hotdesk.generation;

import dev.hotdesk.rollout.Tally;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the calls of one generation beside telling of them. A call that found no free thread says
 * more about the traffic than about the plugin, and is not counted.
 */
final class CountedCalls implements PluginWatch {

  private final Tally tally;
  private final PluginWatch watch;

  CountedCalls(Tally tally, PluginWatch watch) {
    this.tally = tally;
    this.watch = watch;
  }

  @Override
  public void called(
      String plugin, String version, String what, Duration time, Optional<Kind> fault) {
    var isFault =
        fault
            .map(
                kind ->
                    kind == Kind.THREW || kind == Kind.TIMED_OUT || kind == Kind.RETURNED_NOTHING)
            .orElse(false);
    if (fault.isEmpty() || isFault) {
      tally.add(time, isFault);
    }
    watch.called(plugin, version, what, time, fault);
  }
}

package dev.hotdesk.server.watch;

import dev.hotdesk.function.FunctionWatch;
import java.time.Duration;
import java.util.Locale;

/** Measures the runs of plugins' functions. */
public final class FunctionMeters implements FunctionWatch {

  private final Meters meters;

  /** Measures on these meters. */
  public FunctionMeters(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void ran(String plugin, String function, End end, Duration time) {
    meters.time(
        "hotdesk.function",
        "Runs of plugins' functions, by how they ended",
        time,
        "plugin",
        plugin,
        "function",
        function,
        "end",
        end.name().toLowerCase(Locale.ROOT));
  }
}

package dev.hotdesk.function;

import java.time.Duration;

/**
 * Bounds for all functions, whatever their plugins' policies ask for.
 *
 * @param deadline for one run
 * @param look how often deliveries are looked for that another node has noted
 * @param margin how long after its deadline a run counts as lost with its node
 * @param keep how long deliveries wait for a plugin that is gone
 * @param longest the longest pause before another attempt
 */
public record FunctionBounds(
    Duration deadline, Duration look, Duration margin, Duration keep, Duration longest) {

  /** Thirty seconds a run, a look each second, a week for a plugin to come back. */
  public static final FunctionBounds DEFAULT =
      new FunctionBounds(
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofDays(7),
          Duration.ofHours(1));
}

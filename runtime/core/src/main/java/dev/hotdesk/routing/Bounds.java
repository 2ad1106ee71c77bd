package dev.hotdesk.routing;

import java.time.Duration;

/**
 * How long plugins may take.
 *
 * @param agent for one turn
 * @param erp for one look-up
 * @param catalogueAge how old the shop's words may be before they are read anew
 */
public record Bounds(Duration agent, Duration erp, Duration catalogueAge) {

  /** Three seconds a turn, one and a half a look-up, a minute for the catalogue. */
  public static final Bounds DEFAULT =
      new Bounds(Duration.ofSeconds(3), Duration.ofMillis(1500), Duration.ofMinutes(1));
}

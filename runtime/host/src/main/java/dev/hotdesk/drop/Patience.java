package dev.hotdesk.drop;

import java.time.Duration;

/**
 * How long to wait before a file is believed.
 *
 * @param settle how long a file must stay the same before it is looked at, or stay away before it
 *     counts as removed
 * @param unfinished how long a file that looks half-written may stay so before it is refused
 */
public record Patience(Duration settle, Duration unfinished) {

  /** A quarter of a second, and two seconds. */
  public static final Patience DEFAULT =
      new Patience(Duration.ofMillis(250), Duration.ofSeconds(2));
}

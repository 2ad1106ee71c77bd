package dev.hotdesk.execution;

import java.time.Duration;

/**
 * From where on a generation of a plugin counts as run away, and is quarantined.
 *
 * @param threads of its own making at a time
 * @param bytesPerCall allocated by one call, whether they are kept or not
 * @param stops calls that had to be stopped, as they did not even answer to being interrupted
 * @param background for how long the threads of its own making may compute
 * @param window within which so many, and so long
 */
public record RunawayBounds(
    int threads, long bytesPerCall, int stops, Duration background, Duration window) {

  /** 64 threads, 1 GiB, and in a minute five calls and half a minute of computing. */
  public static final RunawayBounds DEFAULT =
      new RunawayBounds(64, 1L << 30, 5, Duration.ofSeconds(30), Duration.ofMinutes(1));
}

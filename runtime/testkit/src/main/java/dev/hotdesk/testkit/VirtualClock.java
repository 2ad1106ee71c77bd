package dev.hotdesk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is turned. */
public final class VirtualClock extends Clock {

  private volatile Instant now;

  /** Begins at the present time. */
  VirtualClock() {
    this(Instant.now());
  }

  /** Begins at this time. */
  public VirtualClock(Instant begin) {
    this.now = begin;
  }

  /** Lets so much time pass at once. */
  public void turn(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "Cannot turn the clock by %s; wanted a time that passes: time does not run backwards"
              .formatted(time));
    }
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("An instant is the same in " + zone + " as in UTC");
  }
}

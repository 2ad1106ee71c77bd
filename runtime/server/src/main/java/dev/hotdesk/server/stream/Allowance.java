package dev.hotdesk.server.stream;

import java.time.Duration;

/**
 * How much somebody may do: so many at once, and anew as time goes by. Not thread-safe by itself.
 */
public final class Allowance {

  private final double most;
  private final double perNano;
  private double left;
  private long then;

  /**
   * A full allowance.
   *
   * @param most how many at once
   * @param span in what time as many are allowed anew
   * @param now of {@link System#nanoTime}
   */
  public Allowance(int most, Duration span, long now) {
    this.most = most;
    this.perNano = most / (double) span.toNanos();
    this.left = most;
    this.then = now;
  }

  /** Takes one if there is one. */
  public boolean take(long now) {
    refill(now);
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }

  /** How long until there is one again. */
  public Duration pause(long now) {
    refill(now);
    return left >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - left) / perNano));
  }

  /** Whether nothing was taken for so long that it is full. */
  public boolean isFull(long now) {
    refill(now);
    return left >= most;
  }

  private void refill(long now) {
    left = Math.min(most, left + Math.max(0, now - then) * perNano);
    then = now;
  }
}

package dev.hotdesk.server.stream;

import java.time.Duration;

/** Whether a connection is still alive. Times are of {@link System#nanoTime}. */
public final class Vitals {

  /** Seconds between pings. */
  public static final int HEARTBEAT = 25;

  private static final long PING = Duration.ofSeconds(HEARTBEAT).toNanos();
  private static final long SILENCE = PING * 5 / 2;
  private static final long STUCK = Duration.ofSeconds(10).toNanos();

  private volatile long heard;
  private volatile long writing;
  private long pinged;

  /** A connection opened just now. */
  public Vitals(long now) {
    heard = now;
    pinged = now;
  }

  /** What is to be done about a connection. */
  public enum Need {
    /** Nothing. */
    NOTHING,
    /** It is time for a ping. */
    PING,
    /** The other side is gone. */
    SILENT,
    /** The other side does not read. */
    STUCK
  }

  /** A frame came in. */
  public void heard(long now) {
    heard = now;
  }

  /** Writing begins. */
  public void writes(long now) {
    writing = now == 0 ? 1 : now;
  }

  /** Writing has come to its end. */
  public void wrote() {
    writing = 0;
  }

  /** Called by the heartbeat alone. */
  public Need need(long now) {
    var since = writing;
    if (since != 0 && now - since > STUCK) {
      return Need.STUCK;
    }
    if (now - heard > SILENCE) {
      return Need.SILENT;
    }
    if (now - pinged > PING) {
      pinged = now;
      return Need.PING;
    }
    return Need.NOTHING;
  }
}

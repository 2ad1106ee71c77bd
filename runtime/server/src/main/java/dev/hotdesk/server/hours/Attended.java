package dev.hotdesk.server.hours;

import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Timetable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * When the stores are open, as customers find them: closed while no operator has been anywhere for
 * long, so that who waits may leave a message, and open again as soon as one comes.
 */
public final class Attended implements Timetable {

  private static final OpeningHours CLOSED = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());

  private final Timetable hours;
  private final long patience;
  private final LongSupplier nanos;
  private volatile boolean isDeserted;
  private volatile long seen;
  private boolean wasMine;
  private boolean wasDeserted;

  /**
   * These hours, as long as somebody is there.
   *
   * @param patience how long nobody may be there; zero for ever
   * @param nanos of {@link System#nanoTime}
   */
  public Attended(Timetable hours, Duration patience, LongSupplier nanos) {
    this.hours = hours;
    this.patience = patience.toNanos();
    this.nanos = nanos;
    this.seen = nanos.getAsLong();
  }

  @Override
  public OpeningHours of(String store) {
    return isDeserted ? CLOSED : hours.of(store);
  }

  /**
   * Takes in whether an operator is anywhere. Called each second by one thread.
   *
   * @param isMine whether this server watches the timers
   * @return whether what is noted of the conversations' timers is to be looked through
   */
  public boolean look(boolean isAnybodyThere, boolean isMine) {
    if (patience == 0) {
      return false;
    }
    var now = nanos.getAsLong();
    if (isAnybodyThere) {
      seen = now;
    }
    isDeserted = now - seen >= patience;
    boolean isDue = isMine && (!wasMine || wasDeserted != isDeserted);
    wasMine = isMine;
    wasDeserted = isDeserted;
    return isDue;
  }
}

package dev.hotdesk.session;

import java.time.Instant;

/** The next thing that time alone brings about, unless something else happens before. */
public record Alarm(Timer timer, Instant due) {

  /** The event, once it is due. */
  public Event.TimerRang event() {
    return new Event.TimerRang(timer, due);
  }
}

package dev.hotdesk.conversation;

import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import java.time.Clock;
import java.time.Duration;

/**
 * Ends the sessions of customers who talked to the bot and went away; their next message begins a
 * new one. Customers who wait for a person, or have one, are left alone.
 */
public final class QuietSweep {

  private final Journal journal;
  private final SessionProcessor processor;
  private final Duration quiet;
  private final Clock clock;

  /**
   * Sweeps the sessions in this journal.
   *
   * @param quiet for how long nothing must have happened
   */
  public QuietSweep(Journal journal, SessionProcessor processor, Duration quiet, Clock clock) {
    this.journal = journal;
    this.processor = processor;
    this.quiet = quiet;
    this.clock = clock;
  }

  /**
   * Ends those that are quiet now.
   *
   * @return how many were found; one that stirs meanwhile stays open
   */
  public int sweep() {
    var since = clock.instant().minus(quiet);
    var found =
        journal.open().stream()
            .filter(it -> it.session().state() instanceof State.BotServing)
            .filter(it -> it.changed().isBefore(since))
            .toList();
    found.forEach(
        it -> processor.handle(it.id(), new Event.CustomerQuiet(it.session().lastSequence())));
    return found.size();
  }
}

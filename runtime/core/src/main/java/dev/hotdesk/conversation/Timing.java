package dev.hotdesk.conversation;

import dev.hotdesk.hours.Timetable;
import dev.hotdesk.session.Alarm;
import dev.hotdesk.session.Patience;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import dev.hotdesk.session.Timers;
import java.time.Instant;
import java.util.Optional;

/**
 * When to look whether time brings something about in a conversation.
 *
 * @param patience how long one waits for what
 * @param timetable when the stores are open
 */
public record Timing(Patience patience, Timetable timetable) {

  /** As where nothing is set. */
  public static final Timing DEFAULT = new Timing(Patience.DEFAULT, Timetable.ALWAYS);

  /** What comes next in this conversation if nothing else happens. */
  public Optional<Alarm> next(Conversation conversation, Instant now) {
    var session = conversation.session();
    return Timers.next(session, patience, timetable.of(store(conversation)), now);
  }

  /**
   * The conversation after a step, with the time of the next look. It is changed only where it has
   * to be: too early a look costs little, and a row whose indexed columns stay the same is updated
   * in place.
   */
  Conversation after(Conversation before, Conversation after, Instant now) {
    var next = next(after, now).map(Alarm::due);
    var known = before.due();
    boolean isKept =
        known.isPresent()
            && before.session().state().word().equals(after.session().state().word())
            && next.map(due -> !due.isBefore(known.get())).orElse(true);
    return after.dueAt(isKept ? known : next);
  }

  /** With the time at which to look, if that which is stored is too late. */
  Optional<Conversation> hastened(Conversation stored, Optional<Alarm> alarm) {
    return alarm
        .map(Alarm::due)
        .filter(next -> stored.due().map(next::isBefore).orElse(true))
        .map(next -> stored.dueAt(Optional.of(next)));
  }

  /** The time at which to look again, if that which is stored is over, or is too late. */
  Optional<Conversation> corrected(Conversation stored, Optional<Alarm> alarm, Instant now) {
    boolean isOver = stored.due().map(due -> !due.isAfter(now)).orElse(false);
    return isOver ? Optional.of(stored.dueAt(alarm.map(Alarm::due))) : hastened(stored, alarm);
  }

  private static String store(Conversation conversation) {
    return switch (conversation.session().state()) {
      case State.Waiting(_, Target.Store(var name), _) -> name;
      case State.Offline(_, Target.Store(var name), _) -> name;
      case State.Waiting _,
          State.Offline _,
          State.BotServing _,
          State.OperatorServing _,
          State.Transferring _,
          State.WrapUp _,
          State.Survey _,
          State.Snoozed _,
          State.Closed _ ->
          conversation.store();
    };
  }
}

package dev.hotdesk.session;

import dev.hotdesk.session.State.BotServing;
import dev.hotdesk.session.State.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A step in the making. */
final class Stepping {

  private final List<Entry> entries = new ArrayList<>();
  private Session session;
  private long sequence;

  /** When it happens. */
  final Instant now;

  Stepping(Session session, Instant now) {
    this.session = session;
    this.sequence = session.lastSequence();
    this.now = now;
  }

  /** The session as it was before, or as it begins anew. */
  Session session() {
    return session;
  }

  State state() {
    return session.state();
  }

  /** The customer's place in the queue, which they keep. */
  Instant place() {
    return session.times().place();
  }

  /** The place of what was logged last. */
  long sequence() {
    return sequence;
  }

  Stepping log(Entry entry) {
    entries.add(entry);
    sequence++;
    return this;
  }

  /** Begins the next episode. */
  Stepping reopen() {
    session =
        new Session(
            session.number() + 1,
            new BotServing(List.of()),
            session.epoch() + 1,
            session.lastSequence(),
            session.times());
    return log(new Entry.Moved(session.state(), Entry.Moved.REOPENED, ""));
  }

  /** Nothing changes but the log. */
  Step stay() {
    return end(session.state(), session.epoch());
  }

  /** The writer changes: whatever the former one was about to say is void. */
  Step moveTo(State state, String reason, String by) {
    return moveTo(state, reason, by, "");
  }

  /** As above, and operators note this. */
  Step moveTo(State state, String reason, String by, String note) {
    log(new Entry.Moved(state, reason, by, note));
    return end(state, session.epoch() + 1);
  }

  /** The customer waits for a person: for anybody, from now on. */
  Step await(String reason) {
    return moveTo(new State.Waiting(reason, now), reason, "");
  }

  /** The customer waits for a person again, and has not lost their place. */
  Step awaitAgain(String reason, Target target, String by) {
    return moveTo(new State.Waiting(reason, target, place()), reason, by);
  }

  /** The bot goes on with these questions, the first of them now. */
  Step proceed(List<Question> unanswered) {
    return end(new BotServing(unanswered), session.epoch());
  }

  private Step end(State state, long epoch) {
    var times = entries.isEmpty() ? session.times() : session.times().after(entries, state, now);
    return new Step(new Session(session.number(), state, epoch, sequence, times), entries);
  }
}

package dev.hotdesk.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks each second after the conversations in which time brings something about. On one server of
 * several; should two do it, the second finds nothing to do.
 */
public final class Alarms {

  private static final int MOST_AT_ONCE = 500;

  private final Journal journal;
  private final SessionProcessor processor;
  private final Timing timing;
  private final Duty duty;
  private final Clock clock;
  private final Set<String> looking = ConcurrentHashMap.newKeySet();

  /** Watches the conversations in this journal. */
  public Alarms(
      Journal journal, SessionProcessor processor, Timing timing, Duty duty, Clock clock) {
    this.journal = journal;
    this.processor = processor;
    this.timing = timing;
    this.duty = duty;
    this.clock = clock;
  }

  /**
   * Looks after those that are due now.
   *
   * @return how many; one in which something stirs meanwhile may have nothing to do
   */
  public int sweep() {
    if (!duty.isMine()) {
      return 0;
    }
    var due = journal.due(clock.instant(), MOST_AT_ONCE + looking.size());
    look(due);
    return due.size();
  }

  /**
   * Hours or bounds have changed: notes which conversations are due earlier than was thought, for
   * the next sweeps.
   *
   * @return how many
   */
  public int refresh() {
    var now = clock.instant();
    var earlier =
        journal.open().stream()
            .flatMap(it -> timing.hastened(it, timing.next(it, now)).stream())
            .toList();
    earlier.forEach(journal::postpone);
    return earlier.size();
  }

  /** How many are being looked after. */
  public int looking() {
    return looking.size();
  }

  private void look(List<Conversation> conversations) {
    for (var one : conversations) {
      if (looking.add(one.id())) {
        processor.look(one).whenComplete((_, _) -> looking.remove(one.id()));
      }
    }
  }
}

package dev.hotdesk.server.gateway;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps what a customer says over one connection in order when a part of it has to be sent again:
 * what was said after a refused message is refused as well, until that one has been taken. Who does
 * not send it again in time has given it up.
 *
 * <p>Touched by the connection's pump only, but for {@link #turnedAway}, which is the socket's
 * thread's.
 */
final class SpokenOrder {

  /** Longer than any of our clients waits before it sends something again. */
  static final Duration GIVEN_UP = Duration.ofSeconds(40);

  /** What they are told who have to say something else before. */
  static final String FIRST = "Send what you said before first.";

  private static final int MOST_GAPS = 100;
  private static final Set<String> PASSING = Set.of("busy", "not_stored", "channel", "rate");

  private final LinkedHashSet<String> owed = new LinkedHashSet<>();
  private long touched;
  private final ConcurrentLinkedQueue<Gap> gaps = new ConcurrentLinkedQueue<>();

  /** A message that was refused before it was queued, after so many that were. */
  private record Gap(String id, long after) {}

  /** A message was refused at the door; so many had been let in before. */
  void turnedAway(String id, long letIn) {
    if (!id.isEmpty() && gaps.size() < MOST_GAPS) {
      gaps.add(new Gap(id, letIn));
    }
  }

  /**
   * Whether the message may be taken now; else it has to be said again, after those before it.
   *
   * @param number which of those that were let in
   */
  boolean isNext(String id, long number, long now) {
    for (var gap = gaps.peek(); gap != null && gap.after < number; gap = gaps.peek()) {
      owe(gap.id, now);
      gaps.remove();
    }
    if (now - touched > GIVEN_UP.toNanos()) {
      owed.clear();
    }
    if (owed.isEmpty() || owed.getFirst().equals(id)) {
      return true;
    }
    owe(id, now);
    return false;
  }

  /** What became of a message that was taken. */
  void answered(String id, Answered answered, long now) {
    if (answered instanceof Answered.Refused refused && PASSING.contains(refused.code())) {
      if (owed.isEmpty() && !id.isEmpty()) {
        owe(id, now);
      }
    } else {
      owed.remove(id);
      touched = now;
    }
  }

  /** Whether nothing has to be said again. */
  boolean owesNothing() {
    return owed.isEmpty() && gaps.isEmpty();
  }

  private void owe(String id, long now) {
    if (owed.isEmpty()) {
      touched = now;
    }
    owed.add(id);
  }
}

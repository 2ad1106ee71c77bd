package dev.hotdesk.assignment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long it will take until it is somebody's turn, from how long customers were served lately and
 * how many can be served at a time. A range; none at all where too little is known to be honest.
 */
public final class WaitEstimate {

  /** So many customers must have been served lately, or nothing is said. */
  public static final int FEWEST = 8;

  private static final long STEP = 30;
  private static final Duration LONGEST = Duration.ofHours(2);

  private WaitEstimate() {}

  /**
   * The range.
   *
   * @param ahead how many are served before, for the same operators
   * @param free how many more those operators could serve this moment
   * @param places how many they can serve at a time
   * @param handled how long customers of the group were served lately
   */
  public static Optional<Wait> of(int ahead, int free, int places, List<Duration> handled) {
    if (handled.size() < FEWEST || places <= 0) {
      return Optional.empty();
    }
    var sorted = handled.stream().mapToLong(Duration::toMillis).sorted().toArray();
    // With all places taken, one of them becomes free each handle time divided by the places.
    long soonest = Math.max(0, ahead + 1 - free);
    double quick = sorted[sorted.length / 4] / 1000.0;
    double slow = sorted[sorted.length * 3 / 4] / 1000.0;
    var least = (long) Math.floor(soonest * quick / places / STEP) * STEP;
    var most = Math.max(1, (long) Math.ceil(Math.max(1, soonest) * slow / places / STEP)) * STEP;
    var wait = new Wait(Duration.ofSeconds(Math.min(least, most)), Duration.ofSeconds(most));
    return wait.most().compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(wait);
  }
}

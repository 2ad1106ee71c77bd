package dev.hotdesk.rollout;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Places on the way of a version at which a test may kill the server, to see that it comes back
 * with the old version or the new one. Asleep unless the environment names a place as {@code
 * HOTDESK_CRASH_AT=saved:2}: then the process ends as if killed when it passes there the second
 * time. See docs/rollout.md for the places.
 */
public final class CrashPoints {

  private static final CrashPoints SET = of(System.getenv("HOTDESK_CRASH_AT"));
  private static final int KILLED = 137;

  private final String place;
  private final int time;
  private final Map<String, Integer> passed = new ConcurrentHashMap<>();

  private CrashPoints(String place, int time) {
    this.place = place;
    this.time = time;
  }

  private static CrashPoints of(@Nullable String setting) {
    var parts = setting == null ? new String[] {""} : setting.strip().split(":", 2);
    return new CrashPoints(parts[0], parts.length < 2 ? 1 : Integer.parseInt(parts[1]));
  }

  /** The runtime is at this place now. */
  public static void pass(String place) {
    if (!SET.place.isEmpty()) {
      SET.passed(place);
    }
  }

  private void passed(String here) {
    if (here.equals(place) && passed.merge(here, 1, Integer::sum) == time) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}

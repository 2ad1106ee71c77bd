package dev.hotdesk.execution;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who looks at a line of a plugin in a debugger needs longer than any deadline, and the
 * call is to go on afterwards. So where a debugger can attach, calls may take an hour.
 */
final class Debugging {

  private static final Logger LOG = LoggerFactory.getLogger(Debugging.class);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final boolean IS_POSSIBLE = isPossible();

  private Debugging() {}

  private static boolean isPossible() {
    boolean isPossible =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(it -> it.startsWith("-agentlib:jdwp") || it.startsWith("-Xrunjdwp"));
    if (isPossible) {
      LOG.warn(
          "Java was started for debugging: a call of a plugin may take {} min, and is stopped only"
              + " then",
          PATIENCE.toMinutes());
    }
    return isPossible;
  }

  /** How long a call may take that should take this long at most. */
  static Duration deadline(Duration wanted) {
    return IS_POSSIBLE && wanted.compareTo(PATIENCE) < 0 ? PATIENCE : wanted;
  }
}

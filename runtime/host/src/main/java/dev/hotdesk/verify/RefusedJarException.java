package dev.hotdesk.verify;

import java.util.List;

/**
 * A jar cannot become a plugin. The message is one sentence for the shop's staff: which file, what
 * was found, what was wanted, how to mend it.
 */
public class RefusedJarException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean mayBeUnfinished;
  private final transient List<Check> checks;

  /** A jar that is whole, but not as it should be. */
  public RefusedJarException(String reason) {
    this(reason, false, List.of());
  }

  RefusedJarException(String reason, boolean mayBeUnfinished, List<Check> checks) {
    super(reason);
    this.mayBeUnfinished = mayBeUnfinished;
    this.checks = List.copyOf(checks);
  }

  /** A jar that may be on its way still. */
  public static RefusedJarException unfinished(String reason) {
    return new RefusedJarException(reason, true, List.of());
  }

  /** Refuses a jar for this reason, unless this holds. */
  public static void unless(boolean holds, String reason) throws RefusedJarException {
    if (!holds) {
      throw new RefusedJarException(reason);
    }
  }

  /** The same, with all that was looked at. */
  RefusedJarException with(List<Check> all) {
    return new RefusedJarException(reason(), mayBeUnfinished, all);
  }

  /** Whether a copy that is still under way would look the same. */
  public boolean mayBeUnfinished() {
    return mayBeUnfinished;
  }

  /** What was looked at until then, in order; empty if it failed later, while it was started. */
  public List<Check> checks() {
    return checks == null ? List.of() : checks;
  }

  /** The sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}

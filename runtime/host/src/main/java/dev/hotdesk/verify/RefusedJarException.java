package dev.hotdesk.verify;

/**
 * A jar cannot become a plugin. The message is one sentence for the shop's staff: which file, what
 * was found, what was wanted, how to mend it.
 */
public class RefusedJarException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean mayBeUnfinished;

  /** A jar that is whole, but not as it should be. */
  public RefusedJarException(String reason) {
    this(reason, false);
  }

  /** A jar that may be on its way still. */
  public static RefusedJarException unfinished(String reason) {
    return new RefusedJarException(reason, true);
  }

  private RefusedJarException(String reason, boolean mayBeUnfinished) {
    super(reason);
    this.mayBeUnfinished = mayBeUnfinished;
  }

  /** Whether a copy that is still under way would look the same. */
  public boolean mayBeUnfinished() {
    return mayBeUnfinished;
  }

  /** The sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}

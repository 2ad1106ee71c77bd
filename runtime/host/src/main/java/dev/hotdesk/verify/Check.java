package dev.hotdesk.verify;

/**
 * One thing that was looked at before a plugin's code may run.
 *
 * @param name what was looked at, such as {@code signature}
 * @param outcome how it came out
 * @param detail one sentence for the shop's staff
 */
public record Check(String name, Outcome outcome, String detail) {

  /** How a check can come out. */
  public enum Outcome {
    /** All is well. */
    PASSED,
    /** The plugin may run, but somebody should know this. */
    WARNED,
    /** The plugin is refused. */
    FAILED
  }

  static Check passed(String name, String detail) {
    return new Check(name, Outcome.PASSED, detail);
  }

  static Check warned(String name, String detail) {
    return new Check(name, Outcome.WARNED, detail);
  }

  static Check failed(String name, String detail) {
    return new Check(name, Outcome.FAILED, detail);
  }

  boolean isFailed() {
    return outcome == Outcome.FAILED;
  }
}

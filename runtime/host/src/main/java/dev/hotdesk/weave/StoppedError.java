package dev.hotdesk.weave;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ends a thread's way through woven code. Of the kind of error that well-mannered code hands on;
 * handlers in woven code that would swallow it hand it on as well.
 */
public final class StoppedError extends VirtualMachineError {

  private static final long serialVersionUID = 1L;
  private static final int DEPTH = 16;

  private final transient StopOrder order;

  StoppedError(StopOrder order) {
    super("stopped by the runtime");
    this.order = order;
  }

  /** Whether the order that threw this still holds for the thread that asks. */
  boolean isInForce() {
    return order.concernsMe();
  }

  /** This error, if it is what was thrown, or why something was thrown. */
  public static Optional<StoppedError> in(Throwable thrown) {
    var cause = thrown;
    for (int i = 0; cause != null && i < DEPTH; i++) {
      if (cause instanceof StoppedError stopped) {
        return Optional.of(stopped);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** The line of the plugin's code that this thread had come to. */
  public Optional<StackTraceElement> line() {
    return Arrays.stream(getStackTrace())
        .filter(
            frame ->
                !frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith(StoppedError.class.getPackageName() + "."))
        .findFirst();
  }
}

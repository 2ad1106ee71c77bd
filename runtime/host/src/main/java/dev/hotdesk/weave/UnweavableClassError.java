package dev.hotdesk.weave;

/** A class cannot be made stoppable, and so is not defined. The message says why. */
public final class UnweavableClassError extends LinkageError {

  private static final long serialVersionUID = 1L;

  UnweavableClassError(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.hotdesk.rollout;

import org.jspecify.annotations.Nullable;

/** What is wanted of the plugins could not be read or saved. */
public class DesiredStateUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public DesiredStateUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

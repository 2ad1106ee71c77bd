package dev.hotdesk.launcher;

/** Hotdesk did not start; the message is one sentence that says why. */
public final class StartFailedException extends RuntimeException {

  StartFailedException(String message) {
    super(message);
  }
}

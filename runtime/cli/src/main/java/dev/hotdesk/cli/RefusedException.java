package dev.hotdesk.cli;

/** The server refused, or what came back was not as it should be; the message says why. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Whether one may not, or is not known. */
  boolean isForbidden() {
    return status == 401 || status == 403 || status == 429;
  }

  int status() {
    return status;
  }
}

package dev.hotdesk.server.retention;

/** The database failed while something was being deleted; what was not is there as before. */
public class RetentionUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public RetentionUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

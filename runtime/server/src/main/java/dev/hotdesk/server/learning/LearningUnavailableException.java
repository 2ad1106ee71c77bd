package dev.hotdesk.server.learning;

/** The database failed while something was taught, or what was taught was read. */
public class LearningUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public LearningUnavailableException(Throwable cause) {
    super("What was taught could not be stored or read: " + cause.getMessage(), cause);
  }
}

package dev.hotdesk.routing;

/** The host's language models cannot be used: missing, damaged, or failing. */
public class ModelUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which file, what was found, what was wanted and how to mend it. */
  public ModelUnavailableException(String message) {
    super(message);
  }

  /** Says which file, what was found, what was wanted and how to mend it. */
  public ModelUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

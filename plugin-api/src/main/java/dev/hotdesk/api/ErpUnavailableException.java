package dev.hotdesk.api;

/** The shop's systems did not answer, or not in time. */
public class ErpUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the look-up and what went wrong with it. */
  public ErpUnavailableException(String message) {
    super(message);
  }

  /** Names the look-up and what went wrong with it. */
  public ErpUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

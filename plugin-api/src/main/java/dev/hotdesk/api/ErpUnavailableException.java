package dev.hotdesk.api;

/**
 * The shop's systems did not answer, or not in time.
 *
 * <p>Thrown by the runtime out of {@link Erp}. An agent lets it pass, and the runtime brings a
 * person:
 *
 * <pre>{@code
 * var lookup = context.erp().order(number); // no try
 * }</pre>
 */
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

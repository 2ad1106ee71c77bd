package dev.hotdesk.server.search;

/** Nothing can be looked for at present, or it took too long. */
public class SearchUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public SearchUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

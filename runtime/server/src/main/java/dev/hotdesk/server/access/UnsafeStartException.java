package dev.hotdesk.server.access;

/** Hotdesk does not start, because anybody could log in. The message says what to do about it. */
public class UnsafeStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why, in one sentence. */
  public UnsafeStartException(String message) {
    super(message);
  }
}

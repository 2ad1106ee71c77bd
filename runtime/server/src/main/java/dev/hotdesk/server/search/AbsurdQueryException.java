package dev.hotdesk.server.search;

/** A query is not looked for; the message tells whoever typed it why. */
public class AbsurdQueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong with it. */
  public AbsurdQueryException(String message) {
    super(message);
  }
}

package dev.hotdesk.conversation;

/** The storage of conversations failed; what was to be stored may or may not be there. */
public class JournalUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public JournalUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.hotdesk.conversation;

/** Another writer has appended to the conversation since it was loaded; nothing was appended. */
public class StaleWriterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which conversation, and which sequence was expected to be the last. */
  public StaleWriterException(String message) {
    super(message);
  }
}

package dev.hotdesk.understanding.document;

/** A document cannot be used; the message names it, and says what is wrong and how to mend it. */
final class RefusedDocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedDocumentException(String message) {
    super(message);
  }
}

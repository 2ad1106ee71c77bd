package dev.hotdesk.cli;

/** No Hotdesk answers. */
final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}

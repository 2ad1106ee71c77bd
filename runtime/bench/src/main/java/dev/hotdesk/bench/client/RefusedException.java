package dev.hotdesk.bench.client;

/** The server answered, and the answer was no. */
public final class RefusedException extends RuntimeException {

  private final String code;

  RefusedException(String code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  /** The error code of the protocol, or the HTTP status. */
  public String code() {
    return code;
  }
}

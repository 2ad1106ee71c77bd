package dev.hotdesk.bench.client;

/** A socket could not be opened or written to. */
public final class SocketException extends RuntimeException {

  SocketException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.hotdesk.server.hours;

/** The opening hours could not be read or written: the database failed. */
public class HoursUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HoursUnavailableException(Throwable cause) {
    super("The opening hours cannot be reached: " + cause.getMessage(), cause);
  }
}

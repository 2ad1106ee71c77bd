package dev.hotdesk.server.notice;

import java.sql.SQLException;

/** Notices can neither be kept nor read at the moment. */
public class NoticesUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what the database said. */
  public NoticesUnavailableException(SQLException cause) {
    super("The table of notices cannot be used: " + cause.getMessage(), cause);
  }
}

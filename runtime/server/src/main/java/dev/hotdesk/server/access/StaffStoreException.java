package dev.hotdesk.server.access;

import java.sql.SQLException;

/** The database failed while accounts, log-ins or the audit trail were read or written. */
public class StaffStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public StaffStoreException(SQLException cause) {
    super("The staff tables cannot be used: " + cause.getMessage(), cause);
  }
}

package dev.hotdesk.server.access;

/** The database failed while accounts, log-ins or the audit trail were read or written. */
public class StaffStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public StaffStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

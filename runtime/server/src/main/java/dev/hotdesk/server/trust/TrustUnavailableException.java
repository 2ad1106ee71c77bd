package dev.hotdesk.server.trust;

import java.sql.SQLException;

/** Whose plugins may run cannot be read or stored; the database says why. */
public class TrustUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the database's own words. */
  TrustUnavailableException(SQLException cause) {
    super("The table of signers cannot be used: " + cause.getMessage(), cause);
  }
}

package dev.hotdesk.server.node;

import java.sql.SQLException;

/** The database could not be asked for the servers. */
public class NodesUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NodesUnavailableException(SQLException cause) {
    super("The servers are not known at the moment: " + cause.getMessage(), cause);
  }
}

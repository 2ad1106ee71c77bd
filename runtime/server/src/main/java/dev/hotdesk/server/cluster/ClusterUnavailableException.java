package dev.hotdesk.server.cluster;

import java.sql.SQLException;

/** The tables in which servers find each other cannot be used at the moment. */
public class ClusterUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what the database said. */
  public ClusterUnavailableException(SQLException cause) {
    super("The cluster's tables cannot be used: " + cause.getMessage(), cause);
  }
}

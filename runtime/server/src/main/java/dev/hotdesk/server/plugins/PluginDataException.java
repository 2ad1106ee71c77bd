package dev.hotdesk.server.plugins;

import java.sql.SQLException;

/** What plugins keep cannot be read or written; the database says why. */
public class PluginDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the database's own words. */
  PluginDataException(SQLException cause) {
    super(
        "The tables of plugins cannot be used: %s (%s)"
            .formatted(cause.getMessage(), cause.getSQLState()),
        cause);
  }
}

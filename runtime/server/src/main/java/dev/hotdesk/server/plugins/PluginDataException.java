package dev.hotdesk.server.plugins;

/** What plugins keep cannot be read or written; the database says why. */
public class PluginDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the database's own words. */
  public PluginDataException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.hotdesk.server.workspace;

/** Where it is written down who did what that must not pass unnoticed. */
@FunctionalInterface
public interface Trail {

  /** Writes an act down. Blocks for the database. */
  void add(String who, String what, String on, String detail);
}

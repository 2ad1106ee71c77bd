package dev.hotdesk.capability;

import java.time.Duration;

/**
 * Shows plugins' own figures, and how their calls of other systems went. Names are few and well
 * formed. Must not block nor throw; many threads at once.
 */
public interface OwnFigures {

  /** Shows nothing. */
  OwnFigures NONE = new OwnFigures() {};

  /** A plugin counts up. */
  default void count(String plugin, String name, long by) {}

  /** A plugin shows a value. */
  default void gauge(String plugin, String name, double value) {}

  /**
   * A plugin's call of another system ended.
   *
   * @param host whom it called
   * @param outcome {@code 2xx} and the like, {@code timeout}, {@code failed}, {@code refused}
   */
  default void outbound(String plugin, String host, String outcome, Duration time) {}
}

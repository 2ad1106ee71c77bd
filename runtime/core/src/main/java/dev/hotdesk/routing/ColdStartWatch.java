package dev.hotdesk.routing;

import java.time.Duration;

/** Is told when something heavy of a plugin comes back, for metrics. Must not block nor throw. */
@FunctionalInterface
public interface ColdStartWatch {

  /** Hears nothing. */
  ColdStartWatch NONE = (_, _) -> {};

  /** What had been dropped while nobody used it was made again, in this time. */
  void started(String plugin, Duration time);
}

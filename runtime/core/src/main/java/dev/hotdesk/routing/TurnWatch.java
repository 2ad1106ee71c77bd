package dev.hotdesk.routing;

import java.time.Duration;

/** Is told how each turn went, for metrics. Must not block nor throw. */
public interface TurnWatch {

  /** Hears nothing. */
  TurnWatch NONE =
      new TurnWatch() {
        @Override
        public void understood(Duration time) {}

        @Override
        public void ended(String outcome, Duration time) {}
      };

  /** A message went through the language model. */
  void understood(Duration time);

  /** A turn ended: {@code say}, {@code ask}, {@code hand_over}, or the reason of a failure. */
  void ended(String outcome, Duration time);
}

package dev.hotdesk.function;

import java.time.Duration;

/** Is told how functions do, for metrics. Must not block nor throw. */
public interface FunctionWatch {

  /** Hears nothing. */
  FunctionWatch NONE = (_, _, _, _) -> {};

  /** How a run ended. */
  enum End {
    /** The work is done, or the request answered. */
    DONE,
    /** The function asked to be run again later. */
    LATER,
    /** It failed and will be tried again. */
    FAILED,
    /** It failed for good, and is a dead letter. */
    DEAD,
    /** It was not run, because it was busy or is left alone for a while. */
    REFUSED
  }

  /** A run ended. */
  void ran(String plugin, String function, End end, Duration time);
}

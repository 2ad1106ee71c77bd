package dev.hotdesk.routing;

import org.jspecify.annotations.Nullable;

/** A plugin did not keep the contract in one call. */
public class PluginFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a plugin did wrong. */
  public enum Kind {
    /** It threw; see the cause. */
    THREW,
    /** It did not return within the deadline. */
    TIMED_OUT,
    /** All its threads were busy and its queue was full. */
    OVERLOADED,
    /** It returned {@code null}. */
    RETURNED_NOTHING,
    /** It was not called at all: it failed too often of late, and is left alone for a while. */
    CIRCUIT_OPEN
  }

  private final Kind kind;

  /** Names plugin, version and operation in the message. */
  public PluginFaultException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What it did wrong. */
  public Kind kind() {
    return kind;
  }
}

package dev.hotdesk.conversation;

/**
 * A kind of work that one server of several must do: watching the timers, giving out waiting
 * customers, clearing away what is old.
 *
 * <p>Asked before each piece of that work, and again between pieces that take long. The answer is
 * at hand and never waits. It may be wrong for a moment, when a server was taken for dead; so
 * whatever is done must be harmless if two do it.
 */
@FunctionalInterface
public interface Duty {

  /** That of a server which is alone. */
  Duty ALWAYS = () -> true;

  /** Whether it is this server's at this moment. */
  boolean isMine();
}

package dev.hotdesk.execution;

import org.jspecify.annotations.Nullable;

/**
 * What a plugin threw, as an object of the runtime's: it has no class of the plugin and nothing
 * that must not be read, and asking it runs no code of the plugin.
 */
public final class RetoldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Class<?> kind;
  private final String words;

  /**
   * Made by {@link Retelling} alone.
   *
   * @param kind what was thrown, or the nearest of its kind that is the JDK's
   * @param words all of it in one line, as a stack trace begins
   */
  RetoldException(
      Class<?> kind, String words, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.words = words;
  }

  /** Whether a thing is of this class, or was before it was retold. */
  public static boolean isOrWas(Class<? extends Throwable> type, Throwable thing) {
    return thing instanceof RetoldException retold
        ? type.isAssignableFrom(retold.kind)
        : type.isInstance(thing);
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // It stands for an exception of another class.
  public String toString() {
    return words;
  }
}

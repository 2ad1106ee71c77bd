package dev.hotdesk.execution;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.MalformedFrameException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a plugin throws into words that people may read: secrets are blotted out, of its causes
 * and of what was suppressed too. To be used on the plugin's own thread, because a plugin's
 * exception is a plugin's code; whatever that does is caught.
 */
final class Retelling {

  private static final int MOST = 32;
  private static final int LONGEST = 8_000;

  private final UnaryOperator<String> mask;

  /** Blots out what this blots out. */
  Retelling(UnaryOperator<String> mask) {
    this.mask = mask;
  }

  /** In a few words. */
  String shortly(Throwable thrown) {
    var message = message(thrown);
    return message == null
        ? thrown.getClass().getSimpleName()
        : thrown.getClass().getSimpleName() + ": " + message;
  }

  /** In one line, as a stack trace begins. */
  String line(Throwable thrown) {
    return Objects.requireNonNullElse(masked(thrown::toString), thrown.getClass().getName());
  }

  /**
   * With its stack, its causes and what was suppressed. What the runtime acts on keeps its type.
   */
  Throwable of(Throwable thrown) {
    return retold(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private Throwable retold(Throwable thrown, Set<Throwable> seen) {
    seen.add(thrown);
    var cause = asked(thrown::getCause);
    var copy = copy(thrown, cause != null && isNew(cause, seen) ? retold(cause, seen) : null);
    var frames = asked(thrown::getStackTrace);
    copy.setStackTrace(frames == null ? new StackTraceElement[0] : frames);
    for (var suppressed : thrown.getSuppressed()) {
      if (isNew(suppressed, seen)) {
        copy.addSuppressed(retold(suppressed, seen));
      }
    }
    return copy;
  }

  /** An exception may be its own cause, or make a new one whenever it is asked. */
  private static boolean isNew(Throwable thrown, Set<Throwable> seen) {
    return seen.size() < MOST && !seen.contains(thrown);
  }

  private Throwable copy(Throwable thrown, @Nullable Throwable cause) {
    var message = message(thrown);
    var said = Objects.requireNonNullElse(message, "");
    return switch (thrown) {
      case ErpUnavailableException _ ->
          cause == null
              ? new ErpUnavailableException(said)
              : new ErpUnavailableException(said, cause);
      case MalformedFrameException _ -> new MalformedFrameException(said);
      default -> new RetoldException(kind(thrown), line(thrown), message, cause);
    };
  }

  private static Class<?> kind(Throwable thrown) {
    Class<?> kind = thrown.getClass();
    while (kind.getClassLoader() != null && kind.getSuperclass() != null) {
      kind = kind.getSuperclass();
    }
    return kind;
  }

  private @Nullable String message(Throwable thrown) {
    return masked(thrown::getMessage);
  }

  private @Nullable String masked(Callable<@Nullable String> text) {
    var said = asked(text);
    if (said == null) {
      return null;
    }
    var plain = mask.apply(said);
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  private static <T> @Nullable T asked(Callable<? extends @Nullable T> question) {
    try {
      return question.call();
    } catch (Throwable again) {
      return null;
    }
  }
}

package dev.hotdesk.retire;

import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private field of the JDK. The server opens {@code java.lang}, {@code java.util} and {@code
 * java.util.concurrent}; where they are closed, the field reads as if it were not there, and what
 * it holds is found by the look at the heap.
 */
final class Inside {

  private final Optional<Field> field;

  private Inside(Optional<Field> field) {
    this.field = field;
  }

  static Inside of(String className, String name) {
    try {
      var field = Class.forName(className).getDeclaredField(name);
      return new Inside(field.trySetAccessible() ? Optional.of(field) : Optional.empty());
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new Inside(Optional.empty());
    }
  }

  /** What the field of this object holds; null if nothing, or if it cannot be read. */
  @Nullable Object in(@Nullable Object holder) {
    if (field.isEmpty() || !fits(holder)) {
      return null;
    }
    try {
      return field.get().get(holder);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  /** Writes the field; false if that is not possible. */
  boolean put(Object holder, @Nullable Object value) {
    if (field.isEmpty() || !fits(holder)) {
      return false;
    }
    try {
      field.get().set(holder, value);
      return true;
    } catch (IllegalAccessException e) {
      return false;
    }
  }

  private boolean fits(@Nullable Object holder) {
    return field
        .map(
            it ->
                java.lang.reflect.Modifier.isStatic(it.getModifiers())
                    || it.getDeclaringClass().isInstance(holder))
        .orElse(false);
  }
}

package dev.hotdesk.retire;

import dev.hotdesk.heap.HeapNames;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that goes, or should be gone. Kept by nobody: it refers to the plugin's class loader.
 *
 * @param plugin its id and version
 * @param loader its classes
 * @param threadPrefix how the names of the threads begin that the runtime made for it
 * @param halt from then on each thread that runs its code is stopped
 */
public record Departed(String plugin, ClassLoader loader, String threadPrefix, Runnable halt) {

  /** Whether a class is the plugin's. */
  @SuppressWarnings("ReferenceEquality") // A class loader is itself and nothing else.
  boolean owns(@Nullable Class<?> type) {
    return type != null && type.getClassLoader() == loader;
  }

  /** Whether an object is the plugin's: of one of its classes, or such a class, or the loader. */
  @SuppressWarnings("ReferenceEquality")
  boolean owns(@Nullable Object thing) {
    if (thing == null) {
      return false;
    }
    return thing == loader
        || owns(thing.getClass())
        || (thing instanceof Class<?> type && owns(type))
        || (thing.getClass().isArray() && owns(thing.getClass().componentType()));
  }

  /** Whether a thread sees the plugin's classes as its context. */
  @SuppressWarnings("ReferenceEquality")
  boolean isContextOf(Thread thread) {
    return thread.getContextClassLoader() == loader;
  }

  /** Whether a class that has been loaded is the plugin's, by its name in a stack trace. */
  boolean ownsNamed(String name) {
    if (name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.")) {
      return false;
    }
    int lambda = name.indexOf("$$Lambda");
    try {
      return owns(Class.forName(lambda < 0 ? name : name.substring(0, lambda), false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The class of a thing as people want to read it. */
  static String typeOf(Object thing) {
    return HeapNames.shown(thing.getClass().getName());
  }
}

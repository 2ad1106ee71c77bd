package dev.hotdesk.retire;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The threads of the process, and what they are about. */
public final class Threads {

  private static final Inside HOLDER = Inside.of("java.lang.Thread", "holder");
  private static final Inside TASK = Inside.of("java.lang.Thread$FieldHolder", "task");

  private Threads() {}

  /** All that run; virtual ones too where the JDK lists them. */
  public static List<Thread> all() {
    var root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    var platform = new Thread[root.activeCount() + 64];
    var all = new ArrayList<>(Arrays.asList(platform).subList(0, root.enumerate(platform)));
    all.addAll(virtual());
    return all;
  }

  /** Those that were begun without an executor; exported to us by the server's options. */
  private static List<Thread> virtual() {
    try {
      var root = Class.forName("jdk.internal.vm.ThreadContainers").getMethod("root").invoke(null);
      var threads =
          Class.forName("jdk.internal.vm.ThreadContainer").getMethod("threads").invoke(root);
      return threads instanceof Stream<?> stream
          ? stream
              .filter(Thread.class::isInstance)
              .map(Thread.class::cast)
              .filter(Thread::isVirtual)
              .toList()
          : List.of();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException e) {
      return List.of();
    }
  }

  /** What a thread was made to run, if that can be seen. */
  static @Nullable Object target(Thread thread) {
    return TASK.in(HOLDER.in(thread));
  }

  /** The uppermost line of the plugin in a thread's stack, such as {@code shop.Reaper.run}. */
  static Optional<String> frame(Departed plugin, Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> plugin.ownsNamed(frame.getClassName()))
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .findFirst();
  }

  /** A thread in words. */
  static String words(Departed plugin, Thread thread) {
    var target = target(thread);
    var about =
        frame(plugin, thread)
            .or(
                () ->
                    Stream.of(thread, target)
                        .filter(plugin::owns)
                        .map(thing -> Departed.typeOf(thing))
                        .findFirst());
    var name = thread.getName().isEmpty() ? "without a name" : thread.getName();
    return (thread.isVirtual() ? "virtual thread " : "thread ")
        + name
        + about.map(it -> " (" + it + ")").orElse("");
  }
}

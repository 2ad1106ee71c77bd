package dev.hotdesk.execution;

import java.util.Arrays;
import java.util.Objects;

/** Finds the threads that a plugin started itself: they inherit its class loader. */
public final class OwnThreads {

  private OwnThreads() {}

  /**
   * How many live threads are of this loader, but for those that the runtime gave the plugin.
   *
   * @param prefix how the names of those begin
   */
  public static int of(ClassLoader loader, String prefix) {
    var root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    var all = new Thread[root.activeCount() + 64];
    int found = root.enumerate(all);
    return (int)
        Arrays.stream(all, 0, found)
            .filter(Objects::nonNull)
            .filter(thread -> !thread.getName().startsWith(prefix))
            .filter(
                thread ->
                    loader.equals(thread.getContextClassLoader())
                        || loader.equals(thread.getClass().getClassLoader()))
            .count();
  }
}

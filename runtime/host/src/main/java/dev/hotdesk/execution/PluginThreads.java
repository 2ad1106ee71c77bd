package dev.hotdesk.execution;

import dev.hotdesk.weave.StopOrder;
import dev.hotdesk.weave.Stoppable;
import dev.hotdesk.weave.StoppedError;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one generation: those it is called on, and with them those that it makes itself,
 * as a thread belongs to the group of its maker. Tells also whose the threads of other groups are.
 */
@SuppressWarnings("ReferenceEquality") // A class loader is itself and nothing else.
public final class PluginThreads extends ThreadGroup {

  private static final Logger LOG = LoggerFactory.getLogger(PluginThreads.class);

  // Threads of the JDK that were first used by a plugin stay in its group for ever.
  private final WeakReference<ClassLoader> loader;
  private final Retelling retelling;

  PluginThreads(String name, ClassLoader loader, Retelling retelling) {
    super(root(), name);
    this.retelling = retelling;
    this.loader = new WeakReference<>(loader);
  }

  /** The group that all threads are in. */
  static ThreadGroup root() {
    var group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (StoppedError.in(thrown).isEmpty()) {
      LOG.warn(
          "Thread {} of plugin {} ended with {}",
          thread.getName(),
          getName(),
          retelling.line(thrown));
    }
  }

  /** All threads that plugins are called on or have made, by the plugin's class loader. */
  static Map<ClassLoader, List<Thread>> byOwner() {
    var root = root();
    var all = new Thread[root.activeCount() + 256];
    int found = root.enumerate(all);
    while (found == all.length) {
      all = new Thread[2 * found];
      found = root.enumerate(all);
    }
    var owned = new HashMap<ClassLoader, List<Thread>>();
    for (var thread : Arrays.copyOf(all, found)) {
      var owner = owner(thread);
      if (owner != null) {
        owned.computeIfAbsent(owner, _ -> new ArrayList<>()).add(thread);
      }
    }
    return owned;
  }

  /** The threads of one plugin. */
  static List<Thread> of(ClassLoader loader) {
    return byOwner().getOrDefault(loader, List.of());
  }

  /** Interrupts a thread, unless that would run code of the plugin. */
  static void interrupt(Thread thread) {
    var type = thread.getClass();
    boolean isKnown =
        type.getClassLoader() == null
            || type.getClassLoader() == PluginThreads.class.getClassLoader();
    if (isKnown || (type.getClassLoader() instanceof Stoppable && !overridesInterrupt(type))) {
      thread.interrupt();
    }
  }

  private static boolean overridesInterrupt(Class<?> type) {
    try {
      return type.getMethod("interrupt").getDeclaringClass() != Thread.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return true;
    }
  }

  /** What stops the threads that run a plugin's code. */
  static StopOrder order(ClassLoader loader) {
    return loader instanceof Stoppable stoppable
        ? stoppable.stopOrder()
        : new StopOrder(thread -> isMadeBy(loader, thread));
  }

  /** Whether a plugin made a thread itself. */
  public static boolean isMadeBy(ClassLoader loader, Thread thread) {
    return !(thread instanceof PluginThread) && owner(thread) == loader;
  }

  /** The class loader of the plugin that a thread belongs to. Runs nothing of the plugin. */
  static @Nullable ClassLoader owner(Thread thread) {
    if (isTheJdks(thread)) {
      return null;
    }
    var byClass = plugin(thread.getClass().getClassLoader());
    if (byClass != null) {
      return byClass;
    }
    for (var group = thread.getThreadGroup(); group != null; group = group.getParent()) {
      if (group instanceof PluginThreads threads) {
        return threads.loader.get();
      }
    }
    return plugin(thread.getContextClassLoader());
  }

  private static @Nullable ClassLoader plugin(@Nullable ClassLoader of) {
    for (var loader = of; loader != null; loader = loader.getParent()) {
      if (loader instanceof Stoppable) {
        return loader;
      }
    }
    return null;
  }

  /** The JDK makes some threads when they are first needed, and shares them among all. */
  private static boolean isTheJdks(Thread thread) {
    return (thread instanceof ForkJoinWorkerThread worker
            && worker.getPool() == ForkJoinPool.commonPool())
        || thread.getClass().getName().startsWith("java.util.concurrent.DelayScheduler");
  }
}

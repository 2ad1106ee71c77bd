package dev.hotdesk.generation;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches retired generations until the last of them is gone from memory, and names what holds on
 * to those that stay. Control thread only, but for {@link #loadersAlive}.
 */
final class Graveyard {

  private final Duration leak;
  private final Consumer<Generation> whenCollected;
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final List<Grave> graves = new ArrayList<>();
  private volatile int alive;

  /** A loader still in memory after this time has leaked. */
  Graveyard(Duration leak, Consumer<Generation> whenCollected) {
    this.leak = leak;
    this.whenCollected = whenCollected;
  }

  /** Begins to watch the class loader of a generation that nobody should need any more. */
  void bury(Generation generation, ClassLoader loader) {
    graves.add(new Grave(generation, loader, gone));
    alive = graves.size();
  }

  /** Takes back one claim on a generation, which is retired if that was the last. */
  void release(Generation generation) {
    if (generation.release()) {
      generation.retire(this);
    }
  }

  /** How many class loaders of retired generations are still in memory. Any thread. */
  int loadersAlive() {
    return alive;
  }

  /** Looks which are gone, and which should be. */
  void visit() {
    long now = System.nanoTime();
    for (var grave = gone.poll(); grave != null; grave = gone.poll()) {
      if (graves.remove(grave) && grave instanceof Grave collected) {
        collected.generation.enter(new GenerationState.Collected());
        whenCollected.accept(collected.generation);
      }
    }
    alive = graves.size();
    boolean isOverdue = false;
    for (var grave : graves) {
      isOverdue |= grave.wantsCollection(now, leak);
      if (grave.isLeaked(now, leak)) {
        grave.generation.enter(new GenerationState.Leaked(grave.culprits()));
      }
    }
    if (isOverdue) {
      // Without pressure nobody collects class loaders for hours; one look settles whether it
      // leaks.
      System.gc();
    }
  }

  /** A class loader that should go. */
  private static final class Grave extends PhantomReference<ClassLoader> {

    private final Generation generation;
    private final WeakReference<ClassLoader> loader;
    private final long since = System.nanoTime();
    private boolean hadCollection;
    private boolean isLeaked;

    Grave(Generation generation, ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
      super(loader, gone);
      this.generation = generation;
      this.loader = new WeakReference<>(loader);
    }

    boolean wantsCollection(long now, Duration leak) {
      boolean wants = !hadCollection && now - since >= leak.toNanos() / 2;
      hadCollection |= wants;
      return wants;
    }

    boolean isLeaked(long now, Duration leak) {
      boolean isNew = !isLeaked && hadCollection && now - since >= leak.toNanos();
      isLeaked |= isNew;
      return isNew;
    }

    /** The threads that are the plugin's, by name. */
    String culprits() {
      var held = loader.get();
      var prefix = CallPool.threadPrefix(generation.jar().id(), generation.jar().version());
      var names = new ArrayList<String>();
      for (var thread : threads()) {
        if (isOf(held, thread) || thread.getName().startsWith(prefix)) {
          names.add(thread.getName());
        }
      }
      return names.isEmpty()
          ? "still in memory, and no thread of the plugin runs: look for what it registered"
          : "still in memory, held by the threads " + String.join(", ", names);
    }

    @SuppressWarnings("ReferenceEquality") // A class loader is itself and nothing else.
    private static boolean isOf(@Nullable ClassLoader loader, Thread thread) {
      return loader != null
          && (thread.getContextClassLoader() == loader
              || thread.getClass().getClassLoader() == loader);
    }

    private static List<Thread> threads() {
      var root = Thread.currentThread().getThreadGroup();
      while (root.getParent() != null) {
        root = root.getParent();
      }
      var all = new Thread[root.activeCount() + 64];
      return List.of(Arrays.copyOf(all, root.enumerate(all)));
    }
  }
}

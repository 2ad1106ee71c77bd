package dev.hotdesk.weave;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads that a plugin makes can be counted, and unwound in time. Public because woven code
 * lies in other packages.
 */
@SuppressWarnings("DoNotCallSuggester") // Woven code calls what must not be called.
public final class ThreadDetours {

  /** No thread of a plugin has a deeper stack: to unwind 64 MB takes seconds. */
  static final long STACK_BYTES = 1 << 20;

  private ThreadDetours() {}

  // Virtual threads share the few carriers of the whole runtime, and are on no list of threads.

  @InsteadOf(value = Thread.class, isStatic = true)
  public static Thread startVirtualThread(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }

  @InsteadOf(value = Executors.class, isStatic = true)
  public static ExecutorService newVirtualThreadPerTaskExecutor() {
    return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
  }

  @InsteadOf(value = Thread.class, isStatic = true)
  public static Thread.Builder.OfVirtual ofVirtual() {
    throw new UnsupportedOperationException(
        "Thread.ofVirtual was called by a plugin, whose threads must be countable; wanted platform"
            + " threads: call Thread.ofPlatform instead.");
  }

  /** How deep the stack of a thread may be that a plugin makes. */
  public static long stackSize(long wanted) {
    return Math.min(wanted, STACK_BYTES);
  }
}

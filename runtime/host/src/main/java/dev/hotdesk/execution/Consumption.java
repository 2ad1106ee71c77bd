package dev.hotdesk.execution;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of one generation have used so far. Looked at from time to time instead of at
 * each call, which costs a plugin nothing.
 */
final class Consumption {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Map<Long, Used> seen = new HashMap<>();
  private long cpu;
  private long bytes;

  private record Used(long cpu, long bytes) {}

  /** Adds what these threads have used since the last look. */
  synchronized void look(Collection<Thread> threads) {
    var ids = threads.stream().mapToLong(Thread::threadId).toArray();
    if (ids.length == 0) {
      seen.clear();
      return;
    }
    var times = THREADS.getThreadCpuTime(ids);
    var allocated = THREADS.getThreadAllocatedBytes(ids);
    var now = new HashMap<Long, Used>();
    for (int i = 0; i < ids.length; i++) {
      var before = seen.getOrDefault(ids[i], new Used(0, 0));
      // Of a thread that has just ended there is nothing to learn.
      var used = new Used(Math.max(before.cpu, times[i]), Math.max(before.bytes, allocated[i]));
      cpu += used.cpu - before.cpu;
      bytes += used.bytes - before.bytes;
      now.put(ids[i], used);
    }
    seen = now;
  }

  /** Nanoseconds. */
  synchronized long cpu() {
    return cpu;
  }

  synchronized long bytes() {
    return bytes;
  }

  /** What a thread has allocated in all its life. */
  static long allocatedBy(Thread thread) {
    return THREADS.getThreadAllocatedBytes(thread.threadId());
  }

  /** For how long a thread has computed in all its life, in nanoseconds. */
  static long computedBy(Thread thread) {
    return THREADS.getThreadCpuTime(thread.threadId());
  }
}

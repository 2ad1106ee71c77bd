package dev.hotdesk.retire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Threads that the plugin began: they are stopped and interrupted, and all of them are named, those
 * that stay as what keeps the plugin. That a thread is in a method of such a name is not enough,
 * for another version of the plugin has the same names.
 */
final class ThreadSweep implements Sweep {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Override
  public String title() {
    return "ending its threads";
  }

  @Override
  public void over(Departed plugin, Findings findings) throws InterruptedException {
    var words = new LinkedHashMap<Thread, String>();
    var pooled = new ArrayList<Thread>();
    var begun = new ArrayList<Thread>();
    for (var thread : Threads.all()) {
      if (thread.equals(Thread.currentThread())) {
        continue;
      }
      if (thread.getName().startsWith(plugin.threadPrefix())) {
        // Of those with the same name, a generation of the same version may be serving with some.
        if (plugin.isContextOf(thread)) {
          pooled.add(thread);
          words.put(thread, Threads.words(plugin, thread));
        }
      } else if (isBegunBy(plugin, thread)) {
        begun.add(thread);
        words.put(thread, Threads.words(plugin, thread));
      }
    }
    plugin.halt().run(); // not before: nobody could tell what is gone
    begun.forEach(Thread::interrupt);
    long until = System.nanoTime() + PATIENCE.toNanos();
    words.forEach(
        (thread, was) -> {
          if (!ends(thread, until)) {
            findings.held(Remnant.Kind.THREAD, was);
          } else if (!pooled.contains(thread)) {
            findings.cleaned(Remnant.Kind.THREAD, was);
          }
        });
  }

  private static boolean isBegunBy(Departed plugin, Thread thread) {
    return plugin.owns(thread)
        || plugin.owns(Threads.target(thread))
        || (plugin.isContextOf(thread) && Threads.frame(plugin, thread).isPresent());
  }

  private static boolean ends(Thread thread, long until) {
    try {
      return thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

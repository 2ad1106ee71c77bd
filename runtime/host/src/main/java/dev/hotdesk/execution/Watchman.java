package dev.hotdesk.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that looks after all generations: it stops calls that are overdue, and looks a few
 * times a second at what each generation's threads do. It runs nothing of a plugin. It ends by
 * itself when there is nothing to look after.
 */
final class Watchman {

  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final ScheduledThreadPoolExecutor THREAD = thread();
  private static final Set<Ward> WARDS = ConcurrentHashMap.newKeySet();
  private static final AtomicBoolean IS_ON_WATCH = new AtomicBoolean();

  private Watchman() {}

  /** What is looked after. */
  interface Ward {

    ClassLoader loader();

    /** Looks at what these threads do, which are all that belong to it; false to end the watch. */
    boolean look(List<Thread> threads);
  }

  private static ScheduledThreadPoolExecutor thread() {
    var thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              // Whoever needs it first makes it, which may be a plugin's thread.
              var made = new Thread(PluginThreads.root(), work, "plugin-watch", 0, false);
              made.setContextClassLoader(Watchman.class.getClassLoader());
              made.setDaemon(true);
              return made;
            });
    thread.setKeepAliveTime(1, TimeUnit.SECONDS);
    thread.allowCoreThreadTimeOut(true);
    thread.setRemoveOnCancelPolicy(true);
    return thread;
  }

  /** Looks after it from now on. */
  static void watch(Ward ward) {
    WARDS.add(ward);
    if (!IS_ON_WATCH.getAndSet(true)) {
      after(PAUSE, Watchman::look);
    }
  }

  /** Does something soon. */
  static void after(Duration pause, Runnable step) {
    THREAD.schedule(() -> guarded(step), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void look() {
    guarded(Watchman::lookAtAll);
    IS_ON_WATCH.set(false);
    if (!WARDS.isEmpty() && !IS_ON_WATCH.getAndSet(true)) {
      after(PAUSE, Watchman::look);
    }
  }

  private static void lookAtAll() {
    Map<ClassLoader, List<Thread>> threads = PluginThreads.byOwner();
    for (var ward : WARDS) {
      guarded(
          () -> {
            if (!ward.look(threads.getOrDefault(ward.loader(), List.of()))) {
              WARDS.remove(ward);
            }
          });
    }
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      LOG.error("Looking after the plugins failed", e);
    }
  }
}

package dev.hotdesk.retire;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimerTask;
import java.util.stream.Collectors;

/** Tasks of the plugin in the JDK's timers; a timer with no others is ended. */
final class TimerSweep implements Sweep {

  private static final String THREAD = "java.util.TimerThread";
  private static final Inside QUEUE = Inside.of(THREAD, "queue");
  private static final Inside IS_OPEN = Inside.of(THREAD, "newTasksMayBeScheduled");
  private static final Inside TASKS = Inside.of("java.util.TaskQueue", "queue");
  private static final Optional<Method> CLEAR = clear();
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Override
  public String title() {
    return "ending its timers";
  }

  @Override
  public void over(Departed plugin, Findings findings) throws ReflectiveOperationException {
    for (var thread : Threads.all()) {
      var queue = thread.getClass().getName().equals(THREAD) ? QUEUE.in(thread) : null;
      if (queue == null) {
        continue;
      }
      var words = new ArrayList<TimerTask>();
      boolean isEnded;
      synchronized (queue) {
        var all = tasks(queue);
        all.stream().filter(plugin::owns).forEach(words::add);
        isEnded = !words.isEmpty() && words.size() == all.size() && end(thread, queue);
      }
      if (isEnded) {
        awaitEnd(thread);
      }
      words.forEach(TimerTask::cancel);
      if (!words.isEmpty()) {
        report(findings, thread, words, isEnded);
      }
    }
  }

  /** A thread that is still on its way out would be named again, for what it sees of the plugin. */
  private static void awaitEnd(Thread thread) {
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void report(
      Findings findings, Thread thread, List<TimerTask> tasks, boolean isEnded) {
    var words =
        "timer "
            + thread.getName()
            + " ("
            + tasks.stream()
                .map(task -> Departed.typeOf(task))
                .distinct()
                .collect(Collectors.joining(", "))
            + ")";
    if (isEnded) {
      findings.cleaned(Remnant.Kind.TIMER, words);
    } else {
      findings.held(Remnant.Kind.TIMER, words + ", cancelled but not yet forgotten");
    }
  }

  private static List<TimerTask> tasks(Object queue) {
    var tasks = new ArrayList<TimerTask>();
    if (TASKS.in(queue) instanceof TimerTask[] slots) {
      for (var task : slots) {
        if (task != null) {
          tasks.add(task);
        }
      }
    }
    return tasks;
  }

  /** As {@link java.util.Timer#cancel} does; the caller holds the queue's lock. */
  private static boolean end(Thread thread, Object queue) throws ReflectiveOperationException {
    if (CLEAR.isEmpty() || !IS_OPEN.put(thread, false)) {
      return false;
    }
    CLEAR.get().invoke(queue);
    queue.notify();
    return true;
  }

  private static Optional<Method> clear() {
    try {
      var method = Class.forName("java.util.TaskQueue").getDeclaredMethod("clear");
      return method.trySetAccessible() ? Optional.of(method) : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}

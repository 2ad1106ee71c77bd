package dev.hotdesk.retire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Executors with work of the plugin. One that the plugin may have made is shut down; from one with
 * a thread factory of the runtime, only the plugin's work is taken.
 */
final class ExecutorSweep implements Sweep {

  private static final Inside EXECUTOR =
      Inside.of("java.util.concurrent.ThreadPoolExecutor$Worker", "this$0");
  private static final Inside CALLABLE = Inside.of("java.util.concurrent.FutureTask", "callable");
  private static final Inside RUNNABLE =
      Inside.of("java.util.concurrent.Executors$RunnableAdapter", "task");

  @Override
  public String title() {
    return "ending its executors";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    var seen = new HashSet<ThreadPoolExecutor>();
    for (var thread : Threads.all()) {
      if (!thread.getName().startsWith(plugin.threadPrefix())
          && EXECUTOR.in(Threads.target(thread)) instanceof ThreadPoolExecutor executor
          && seen.add(executor)) {
        clean(plugin, executor, thread, findings);
      }
    }
  }

  private static void clean(
      Departed plugin, ThreadPoolExecutor executor, Thread thread, Findings findings) {
    var work = new ArrayList<String>();
    var tasks = new ArrayList<Runnable>();
    for (var task : executor.getQueue()) {
      var inner = unwrapped(task);
      if (plugin.owns(inner)) {
        tasks.add(task);
        work.add(Departed.typeOf(inner));
      }
    }
    boolean isItsOwn = plugin.owns(executor) || plugin.owns(executor.getThreadFactory());
    if (isItsOwn || (!tasks.isEmpty() && isFromJdk(executor.getThreadFactory()))) {
      executor.shutdownNow();
      findings.cleaned(Remnant.Kind.EXECUTOR, words("executor", thread, executor, work));
    } else if (!tasks.isEmpty()) {
      tasks.forEach(executor::remove);
      findings.cleaned(Remnant.Kind.EXECUTOR, words("work in the executor", thread, null, work));
    }
  }

  private static boolean isFromJdk(Object thing) {
    return thing.getClass().getClassLoader() == null;
  }

  private static String words(
      String what, Thread thread, @Nullable ThreadPoolExecutor executor, List<String> work) {
    var about =
        !work.isEmpty() || executor == null
            ? String.join(", ", new HashSet<>(work))
            : Departed.typeOf(executor.getThreadFactory());
    return "%s of thread %s (%s)".formatted(what, thread.getName(), about);
  }

  private static Object unwrapped(Object task) {
    var callable = CALLABLE.in(task);
    var inner = RUNNABLE.in(callable);
    return inner != null ? inner : callable != null ? callable : task;
  }
}

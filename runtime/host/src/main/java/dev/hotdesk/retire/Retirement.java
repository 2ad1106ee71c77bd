package dev.hotdesk.retire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Cleans up behind a plugin, one step after another. A step that fails or hangs is reported, and
 * the next begins all the same.
 */
public final class Retirement {

  private static final List<Sweep> SWEEPS =
      List.of(
          new TimerSweep(),
          new ExecutorSweep(),
          new ThreadSweep(),
          new JdbcSweep(),
          new MBeanSweep(),
          new ShutdownHookSweep(),
          new LoggingSweep(),
          new DefaultsSweep(),
          new SecuritySweep(),
          new PropertySweep(),
          new ThreadLocalSweep(),
          new ContextSweep(),
          new CacheSweep());

  private final Duration deadline;
  private final List<Sweep> sweeps;

  /** Gives each step this time. */
  public Retirement(Duration deadline) {
    this(deadline, SWEEPS);
  }

  Retirement(Duration deadline, List<Sweep> sweeps) {
    this.deadline = deadline;
    this.sweeps = List.copyOf(sweeps);
  }

  /**
   * Takes back what was lent, then cleans what the plugin left behind by itself.
   *
   * @param lent takes it back, and tells what that was in words
   */
  public Findings of(Departed plugin, Supplier<List<String>> lent) {
    var steps = new ArrayList<Sweep>();
    steps.add(new Lent(lent));
    steps.addAll(sweeps);
    return run(plugin, steps);
  }

  /** Looks again, for instance because the plugin is still in memory. */
  public Findings again(Departed plugin) {
    return run(plugin, sweeps);
  }

  private Findings run(Departed plugin, List<Sweep> steps) {
    var findings = new Findings();
    var thread = thread(plugin);
    try {
      for (var step : steps) {
        if (!ends(step, plugin, findings, thread)) {
          thread.shutdownNow();
          thread = thread(plugin);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      findings.failed("the whole of it", e);
    } finally {
      end(thread, findings);
    }
    return findings;
  }

  /** Waits for the end of it too: a look at the heap would find the plugin in its frames. */
  private void end(ExecutorService thread, Findings findings) {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
        findings.failed("the end of it", new TimeoutException("no end after " + deadline));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ends(Sweep step, Departed plugin, Findings findings, ExecutorService thread)
      throws InterruptedException {
    try {
      thread
          .submit(
              () -> {
                step.over(plugin, findings);
                return step;
              })
          .get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException e) {
      var cause = e.getCause();
      findings.failed(step.title(), cause == null ? e : cause);
      return true;
    } catch (TimeoutException e) {
      findings.failed(step.title(), new TimeoutException("no end after " + deadline));
      return false;
    }
  }

  private static ExecutorService thread(Departed plugin) {
    var name = "plugin-retire " + plugin.plugin(); // nothing else of it may stay with the thread
    return Executors.newSingleThreadExecutor(
        work -> {
          var thread =
              Thread.ofPlatform()
                  .name(name)
                  .daemon()
                  .inheritInheritableThreadLocals(false)
                  .unstarted(work);
          thread.setContextClassLoader(Retirement.class.getClassLoader());
          return thread;
        });
  }

  /** What the runtime lent. */
  private record Lent(Supplier<List<String>> takeBack) implements Sweep {

    @Override
    public String title() {
      return "taking back what was lent";
    }

    @Override
    public void over(Departed plugin, Findings findings) {
      takeBack.get().forEach(what -> findings.cleaned(Remnant.Kind.ENTRUSTED, what));
    }
  }
}

package dev.hotdesk.bench.runaway;

import dev.hotdesk.routing.PluginFaultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lets one agent run away, and sees what becomes of it. */
public final class Trial {

  private static final long LOOK_MILLIS = 2;
  private static final int FEW = 64;

  private final Ward ward;
  private final Duration deadline;

  /** What became of one kind. */
  public enum Fate {
    /** Its jar was refused, as the host saw what it would do. */
    REFUSED,
    /** Its threads ended, or have nothing to do, and it may be called again. */
    STOPPED,
    /** Its threads ended, and it is called no more. */
    QUARANTINED,
    /** Some of its threads did not end in time. */
    SURVIVED
  }

  /**
   * What became of one kind.
   *
   * @param nanos from the missed deadline to the end of its last thread
   * @param left which threads did not end
   */
  public record Result(Kind kind, Fate fate, long nanos, String said, List<String> left) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s %s %.0f ms: %s %s",
          kind.name(),
          fate,
          nanos / 1e6,
          said.length() > 160 ? said.substring(0, 160) : said,
          left);
    }
  }

  /** Tries agents with this deadline. */
  public Trial(Ward ward, Duration deadline) {
    this.ward = ward;
    this.deadline = deadline;
  }

  /** Calls the agent once, and waits at most so long after the deadline. */
  public Result of(Kind kind, Duration patience) throws InterruptedException {
    if (!ward.serves(kind.plugin(), "1.0.0")) {
      return new Result(kind, Fate.REFUSED, 0, ward.reason(kind.plugin() + ".jar"), List.of());
    }
    var loader = ward.loader(kind.plugin());
    long missed = System.nanoTime() + deadline.toNanos();
    String said;
    try {
      said = ward.ask(kind.plugin(), deadline);
    } catch (PluginFaultException e) {
      said = e.kind() + " " + e.getMessage();
    }
    while (!isOver(kind, loader) && System.nanoTime() < missed + patience.toNanos()) {
      Thread.sleep(LOOK_MILLIS);
    }
    long took = Math.max(0, System.nanoTime() - missed);
    var health = ward.health(kind.plugin());
    boolean isOver = isOver(kind, loader);
    var fate =
        !isOver ? Fate.SURVIVED : health.quarantine().isEmpty() ? Fate.STOPPED : Fate.QUARANTINED;
    return new Result(
        kind,
        fate,
        took,
        health.quarantine().isEmpty() ? said : health.quarantine(),
        isOver ? List.of() : threads(kind, loader).stream().limit(3).toList());
  }

  private boolean isOver(Kind kind, ClassLoader loader) {
    return ward.health(kind.plugin()).busy() == 0 && threads(kind, loader).isEmpty();
  }

  /**
   * The threads of a plugin that work for it, but not those that wait for a call; nor those that
   * wait for work, as a pool's do, unless there are too many.
   */
  @SuppressWarnings("ReferenceEquality") // A class loader is itself and nothing else.
  private static List<String> threads(Kind kind, ClassLoader loader) {
    var root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    var all = new Thread[root.activeCount() + 256];
    int found = root.enumerate(all);
    while (found == all.length) {
      all = new Thread[2 * found];
      found = root.enumerate(all);
    }
    var names = new ArrayList<String>();
    int waiting = 0;
    for (int i = 0; i < found; i++) {
      var thread = all[i];
      if (thread.getContextClassLoader() == loader
          && !thread.getName().startsWith("plugin-" + kind.plugin() + "-")) {
        names.add(thread.getName());
        waiting += isWaiting(thread) ? 1 : 0;
      }
    }
    return waiting == names.size() && waiting <= FEW ? List.of() : names;
  }

  private static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      default -> false;
    };
  }
}

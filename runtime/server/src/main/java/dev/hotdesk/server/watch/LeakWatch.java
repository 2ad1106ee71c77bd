package dev.hotdesk.server.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the server holds and who for: threads, sockets, listeners, lanes, timers, leases.
 * What nobody owns is named, because it will never be given back.
 */
public final class LeakWatch {

  private static final int LATE_SECONDS = 60;

  /** Several gauges ask for the same census within a moment. */
  private static final long AGE = Duration.ofSeconds(1).toNanos();

  private final Crews crews;
  private final Supplier<List<Thread>> threads;
  private final Supplier<List<Holding>> house;
  private volatile @Nullable Taken census;

  /**
   * Looks at these.
   *
   * @param threads all that run, virtual ones too
   * @param house what the parts of the house hold, but for timers
   */
  public LeakWatch(Crews crews, Supplier<List<Thread>> threads, Supplier<List<Holding>> house) {
    this.crews = crews;
    this.threads = threads;
    this.house = house;
  }

  /** The threads of this moment. */
  public ThreadCensus threads() {
    var last = census;
    if (last == null || System.nanoTime() - last.at > AGE) {
      last =
          new Taken(
              ThreadCensus.of(threads.get(), LeakWatch.class.getClassLoader()), System.nanoTime());
      census = last;
    }
    return last.census;
  }

  private record Taken(ThreadCensus census, long at) {}

  /** How many tasks each part of the house has under way. */
  public Map<String, Long> tasks() {
    return crews.atWork();
  }

  /** All that is held, by kind. */
  public List<Holding> holdings() {
    return Stream.concat(house.get().stream(), Stream.of(timers())).toList();
  }

  /** How many threads there are, virtual ones or the others. */
  long count(boolean virtual) {
    return threads().groups().stream()
            .mapToLong(group -> virtual ? group.virtual() : group.platform())
            .sum()
        + threads().ownerless().stream().filter(stray -> stray.virtual() == virtual).count();
  }

  /** How many threads nobody owns. */
  long ownerlessThreads() {
    return threads().ownerless().size();
  }

  /** How many of this kind are held. */
  long held(String what) {
    return find(what).map(Holding::held).orElse(0L);
  }

  /** How many of this kind nobody owns. */
  long ownerless(String what) {
    return find(what).map(Holding::ownerless).orElse(0L);
  }

  private Optional<Holding> find(String what) {
    return holdings().stream().filter(each -> each.what().equals(what)).findFirst();
  }

  private Holding timers() {
    long held = crews.timers().values().stream().mapToLong(Long::longValue).sum();
    var late =
        crews.overdue(LATE_SECONDS).entrySet().stream()
            .map(each -> "%d of %s".formatted(each.getValue(), each.getKey()))
            .toList();
    long ownerless = crews.overdue(LATE_SECONDS).values().stream().mapToLong(Long::longValue).sum();
    return new Holding("timers", held, ownerless, late);
  }
}

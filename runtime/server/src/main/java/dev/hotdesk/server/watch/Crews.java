package dev.hotdesk.server.watch;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Lends the server's threads and its clock to the parts of the house, each under its own name: so
 * whoever looks at the threads sees whose they are, and what nobody owns stands out.
 */
public final class Crews {

  /** How the names of all threads begin that were lent. */
  static final String PREFIX = "hotdesk-";

  private final Executor executor;
  private final ScheduledExecutorService clock;
  private final ConcurrentHashMap<String, Crew> crews = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, CrewTimer> timers = new ConcurrentHashMap<>();

  /** Lends threads of this executor, and timers of this clock. */
  public Crews(Executor executor, ScheduledExecutorService clock) {
    this.executor = executor;
    this.clock = clock;
  }

  /** Threads for this part of the house, such as {@code customers}. */
  public Executor crew(String owner) {
    return crewOf(owner);
  }

  /** Timers for this part of the house. */
  public ScheduledExecutorService timer(String owner) {
    return timers.computeIfAbsent(owner, _ -> new CrewTimer(clock, crewOf(owner)));
  }

  private Crew crewOf(String owner) {
    return crews.computeIfAbsent(owner, name -> new Crew(name, executor));
  }

  /** How many tasks each part has under way. */
  public Map<String, Long> atWork() {
    var all = new TreeMap<String, Long>();
    crews.forEach((owner, crew) -> all.put(owner, crew.atWork()));
    return all;
  }

  /** How many timers each part waits for. */
  public Map<String, Long> timers() {
    var all = new TreeMap<String, Long>();
    timers.forEach((owner, timer) -> all.put(owner, timer.waiting()));
    return all;
  }

  /**
   * How many timers of each part should have rung so many seconds ago; only where there are any.
   */
  public Map<String, Long> overdue(long seconds) {
    var all = new TreeMap<String, Long>();
    timers.forEach(
        (owner, timer) -> {
          if (timer.overdue(seconds) > 0) {
            all.put(owner, timer.overdue(seconds));
          }
        });
    return all;
  }
}

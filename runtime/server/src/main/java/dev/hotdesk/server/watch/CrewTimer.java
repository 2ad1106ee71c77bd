package dev.hotdesk.server.watch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One part's timers on the server's clock: they are counted, and those that are late are known. */
final class CrewTimer extends AbstractExecutorService implements ScheduledExecutorService {

  /** How many may be remembered before those that are done are looked for. */
  private static final int MANY = 10_000;

  private final ScheduledExecutorService clock;
  private final Crew crew;
  private final Set<ScheduledFuture<?>> planned = ConcurrentHashMap.newKeySet();

  CrewTimer(ScheduledExecutorService clock, Crew crew) {
    this.clock = clock;
    this.crew = crew;
  }

  /** How many are to ring. */
  long waiting() {
    planned.removeIf(Future::isDone);
    return planned.size();
  }

  /** How many should have rung so many seconds ago. */
  long overdue(long seconds) {
    return planned.stream()
        .filter(timer -> !timer.isDone() && timer.getDelay(TimeUnit.SECONDS) < -seconds)
        .count();
  }

  private <F extends ScheduledFuture<?>> F noted(F timer) {
    if (planned.size() >= MANY) {
      planned.removeIf(Future::isDone);
    }
    planned.add(timer);
    return timer;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return noted(clock.schedule(() -> crew.runNamed(task), delay, unit));
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return noted(clock.schedule(task, delay, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long delay, long period, TimeUnit unit) {
    return noted(clock.scheduleAtFixedRate(() -> crew.runNamed(task), delay, period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long delay, long pause, TimeUnit unit) {
    return noted(clock.scheduleWithFixedDelay(() -> crew.runNamed(task), delay, pause, unit));
  }

  @Override
  public void execute(Runnable task) {
    crew.execute(task);
  }

  /** The clock is the server's, and ends with it. */
  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return clock.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return clock.isTerminated();
  }

  @Override
  public boolean awaitTermination(long patience, TimeUnit unit) throws InterruptedException {
    return clock.awaitTermination(patience, unit);
  }
}

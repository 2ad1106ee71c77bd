package dev.hotdesk.execution;

import dev.hotdesk.weave.StopOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Looks at what one generation's threads do, a few times a second, and says when it has run away.
 * After that it sees to it that they all end.
 */
final class Lookout implements Watchman.Ward {

  private final ClassLoader loader;
  private final StopOrder order;
  private final RunawayBounds bounds;
  private final Consumer<String> whenRunaway;
  private final Consumption consumption = new Consumption();
  private final Consumption background = new Consumption();
  private final Deque<Sample> samples = new ArrayDeque<>();
  private final Set<PluginCall<?>> running = ConcurrentHashMap.newKeySet();
  private final Deque<Long> stops = new ArrayDeque<>();
  private final Map<Long, Long> firstSeen = new HashMap<>();
  private volatile int made;
  private volatile boolean isStopping;
  private volatile boolean isShut;

  /**
   * Looks out for one generation.
   *
   * @param whenRunaway hears why it is one, on the watchman's thread, perhaps again and again
   */
  Lookout(ClassLoader loader, StopOrder order, RunawayBounds bounds, Consumer<String> whenRunaway) {
    this.loader = loader;
    this.order = order;
    this.bounds = bounds;
    this.whenRunaway = whenRunaway;
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }

  void began(PluginCall<?> call) {
    running.add(call);
  }

  void ended(PluginCall<?> call) {
    running.remove(call);
  }

  /** A call had to be stopped. Watchman's thread. */
  void hadToStop() {
    long now = System.nanoTime();
    stops.add(now);
    stops.removeIf(stop -> now - stop > bounds.window().toNanos());
    if (stops.size() >= bounds.stops()) {
      whenRunaway.accept(
          "%d calls had to be stopped within %d s"
              .formatted(stops.size(), bounds.window().toSeconds()));
    }
  }

  @Override
  public boolean look(List<Thread> threads) {
    consumption.look(threads);
    var own = threads.stream().filter(it -> !(it instanceof PluginThread)).toList();
    remember(own);
    made = own.size();
    background.look(own);
    long computed = computedInWindow();
    if (isStopping) {
      threads.forEach(this::stop);
    } else if (made > bounds.threads()) {
      whenRunaway.accept("it made %,d threads; allowed are %,d".formatted(made, bounds.threads()));
    } else if (computed > bounds.background().toNanos()) {
      whenRunaway.accept(
          "the threads it made computed for %.1f s within %d s"
              .formatted(computed / 1e9, bounds.window().toSeconds()));
    } else {
      running.stream()
          .mapToLong(PluginCall::allocated)
          .filter(bytes -> bytes > bounds.bytesPerCall())
          .findFirst()
          .ifPresent(
              bytes ->
                  whenRunaway.accept(
                      "one call allocated %,d bytes; allowed are %,d"
                          .formatted(bytes, bounds.bytesPerCall())));
    }
    return !isShut || !running.isEmpty() || (isStopping && !threads.isEmpty());
  }

  private void remember(List<Thread> own) {
    long now = System.nanoTime();
    var ids = own.stream().map(Thread::threadId).toList();
    firstSeen.keySet().retainAll(ids);
    ids.forEach(id -> firstSeen.putIfAbsent(id, now));
  }

  /** The threads that it has made since then and that run. Watchman's thread. */
  List<Thread> runningSince(long begun) {
    return PluginThreads.of(loader).stream()
        .filter(it -> !(it instanceof PluginThread))
        .filter(it -> it.getState() == Thread.State.RUNNABLE)
        .filter(
            it -> {
              var seen = firstSeen.get(it.threadId());
              return seen == null || seen - begun > 0;
            })
        .toList();
  }

  /** Whether no call is under way. */
  boolean isIdle() {
    return running.isEmpty();
  }

  private long computedInWindow() {
    long now = System.nanoTime();
    samples.addLast(new Sample(now, background.cpu()));
    while (now - samples.getFirst().time > bounds.window().toNanos()) {
      samples.removeFirst();
    }
    return samples.getLast().cpu - samples.getFirst().cpu;
  }

  /** Stops all threads, those it makes meanwhile too, until none is left. */
  void stopAll() {
    isStopping = true;
    order.extendForever();
    PluginThreads.of(loader).forEach(this::stop);
  }

  private void stop(Thread thread) {
    order.sentence(thread);
    PluginThreads.interrupt(thread);
  }

  /** Nothing new will begin; whatever still computes is astray, and ends at its next check. */
  void shut() {
    order.extendForever();
    isShut = true;
  }

  int made() {
    return made;
  }

  Consumption consumption() {
    return consumption;
  }

  /** How long its own threads had computed, at one time. */
  private record Sample(long time, long cpu) {}
}

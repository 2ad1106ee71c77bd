package dev.hotdesk.generation;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened to the versions of plugins, in order. Written down now and then, in one go; while
 * that fails the latest are kept. Any thread.
 */
final class Chronicle implements PluginWatch {

  private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);
  private static final int MOST_UNWRITTEN = 2_000;
  private static final int MOST_SHOWN = 200;

  private final DesiredState store;
  private final PluginWatch watch;
  private final Clock clock;
  private final Runnable alarm;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Happening> unwritten = new ArrayDeque<>();

  /**
   * Passes what it hears on to this watch.
   *
   * @param alarm runs after each call that failed
   */
  Chronicle(DesiredState store, PluginWatch watch, Clock clock, Runnable alarm) {
    this.store = store;
    this.watch = watch;
    this.clock = clock;
    this.alarm = alarm;
  }

  @Override
  public void called(
      String plugin, String version, String what, Duration time, Optional<Kind> fault) {
    watch.called(plugin, version, what, time, fault);
    if (fault.isPresent()) {
      alarm.run();
    }
  }

  @Override
  public void entered(String plugin, String version, int generation, GenerationState state) {
    add(
        new Happening(
            clock.instant(), plugin, version, generation, state.word(), "", state.note()));
    watch.entered(plugin, version, generation, state);
  }

  @Override
  public void refused(String file, String reason) {
    watch.refused(file, reason);
  }

  @Override
  public void switched(int plugins, Duration time, Duration swap) {
    watch.switched(plugins, time, swap);
  }

  /** An admin, or the runtime by itself, decided something. */
  void decided(String plugin, String version, String what, String by, String note) {
    LOG.info(
        "Plugin {} {}: {}{}{}",
        plugin,
        version,
        what,
        by.isEmpty() ? "" : " by " + by,
        note.isEmpty() ? "" : ": " + note);
    add(new Happening(clock.instant(), plugin, version, 0, what, by, note));
  }

  private void add(Happening happening) {
    lock.lock();
    try {
      unwritten.add(happening);
      if (unwritten.size() > MOST_UNWRITTEN) {
        unwritten.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Happening> unwritten() {
    lock.lock();
    try {
      return List.copyOf(unwritten);
    } finally {
      lock.unlock();
    }
  }

  /** Writes down what is new. */
  void write() {
    var news = unwritten();
    if (news.isEmpty()) {
      return;
    }
    try {
      store.happened(news);
    } catch (DesiredStateUnavailableException e) {
      LOG.debug("What happened to plugins cannot be written down now", e);
      return;
    }
    lock.lock();
    try {
      for (var each : news) {
        if (each.equals(unwritten.peekFirst())) {
          unwritten.removeFirst();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** What happened to a plugin, the latest first. */
  List<Happening> of(String plugin) {
    var all = new ArrayList<Happening>();
    unwritten().reversed().stream().filter(it -> it.plugin().equals(plugin)).forEach(all::add);
    try {
      all.addAll(store.timeline(plugin, MOST_SHOWN));
    } catch (DesiredStateUnavailableException e) {
      LOG.warn("Only the latest of what happened to {} is known now", plugin, e);
    }
    return all.stream().limit(MOST_SHOWN).toList();
  }
}

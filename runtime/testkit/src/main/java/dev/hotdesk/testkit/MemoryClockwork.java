package dev.hotdesk.testkit;

import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.function.Occasion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Keeps timers and schedules in memory, with all the promises of a real store but durability. */
public final class MemoryClockwork implements Clockwork {

  private final Deliveries deliveries;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<List<String>, Alarm> alarms = new HashMap<>();
  private final Map<Schedule, Instant> schedules = new HashMap<>();

  /** What rings becomes a delivery there. */
  public MemoryClockwork(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void set(Alarm alarm) {
    lock.lock();
    try {
      alarms.put(List.of(alarm.plugin(), alarm.name(), alarm.key()), alarm);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void cancel(String plugin, String name, String key) {
    lock.lock();
    try {
      alarms.remove(List.of(plugin, name, key));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int ring(
      String plugin,
      String name,
      Instant now,
      int most,
      Function<Alarm, List<Occasion>> occasions) {
    lock.lock();
    try {
      var due =
          alarms.values().stream()
              .filter(it -> it.plugin().equals(plugin) && it.name().equals(name))
              .filter(it -> !it.due().isAfter(now))
              .limit(most)
              .toList();
      for (var alarm : due) {
        alarms.remove(List.of(plugin, name, alarm.key()));
        deliveries.add(occasions.apply(alarm), now);
      }
      return due.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant next(Schedule schedule, Instant otherwise) {
    lock.lock();
    try {
      return schedules.computeIfAbsent(schedule, _ -> otherwise);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void ring(Schedule schedule, Instant due, Instant next, Optional<Occasion> occasion) {
    lock.lock();
    try {
      if (schedules.replace(schedule, due, next)) {
        deliveries.add(occasion.stream().toList(), due);
      }
    } finally {
      lock.unlock();
    }
  }
}

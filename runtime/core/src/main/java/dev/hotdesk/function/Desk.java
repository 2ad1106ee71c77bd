package dev.hotdesk.function;

import dev.hotdesk.routing.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What is under way for one plugin on this node. */
final class Desk {

  private static final int MOST = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private int underWay;
  private boolean mayBeMore;
  private final Map<String, Instant> paused = new HashMap<>();

  /**
   * How many more may begin. Half of the plugin's threads at the most, so that a customer who waits
   * for an answer finds one free.
   */
  int room(Policy policy) {
    lock.lock();
    try {
      int places = Math.clamp(policy.concurrency() / 2, 1, MOST);
      int room = Math.max(0, places - underWay);
      mayBeMore |= room == 0;
      return room;
    } finally {
      lock.unlock();
    }
  }

  /** Which of these functions are not left alone at the moment. */
  Set<String> ready(Set<String> functions, Instant now) {
    lock.lock();
    try {
      paused.values().removeIf(until -> !now.isBefore(until));
      var ready = new HashSet<>(functions);
      ready.removeAll(paused.keySet());
      return ready;
    } finally {
      lock.unlock();
    }
  }

  void begin(int many, boolean mayBeMore) {
    lock.lock();
    try {
      underWay += many;
      this.mayBeMore = mayBeMore;
    } finally {
      lock.unlock();
    }
  }

  /**
   * One has ended.
   *
   * @param pause how long the function is to be left alone, others not
   * @return whether to look for more at once
   */
  boolean end(String function, Duration pause, Instant now) {
    lock.lock();
    try {
      underWay--;
      if (!pause.isZero()) {
        paused.put(function, now.plus(pause));
      }
      return mayBeMore;
    } finally {
      lock.unlock();
    }
  }
}

package dev.hotdesk.function;

import dev.hotdesk.routing.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** What is under way for one plugin on this node. */
final class Desk {

  private static final int MOST = 64;

  private final String plugin;
  private final ReentrantLock lock = new ReentrantLock();
  private int underWay;
  private boolean mayBeMore;
  private Instant notBefore = Instant.MIN;

  Desk(String plugin) {
    this.plugin = plugin;
  }

  String plugin() {
    return plugin;
  }

  /**
   * How many more may begin. Half of the plugin's threads at the most, so that a customer who waits
   * for an answer finds one free.
   */
  int room(Policy policy, Instant now) {
    lock.lock();
    try {
      int places = Math.clamp(policy.concurrency() / 2, 1, MOST);
      int room = now.isBefore(notBefore) ? 0 : Math.max(0, places - underWay);
      mayBeMore |= room == 0;
      return room;
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
   * @param pause how long the plugin is to be left alone
   * @return whether to look for more at once
   */
  boolean end(Duration pause, Instant now) {
    lock.lock();
    try {
      underWay--;
      if (!pause.isZero()) {
        notBefore = now.plus(pause);
      }
      return mayBeMore && !now.isBefore(notBefore);
    } finally {
      lock.unlock();
    }
  }
}

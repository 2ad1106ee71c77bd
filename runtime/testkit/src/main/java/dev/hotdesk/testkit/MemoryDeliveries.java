package dev.hotdesk.testkit;

import dev.hotdesk.function.DeadLetter;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.function.Delivery;
import dev.hotdesk.function.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Keeps deliveries in memory, with all the promises of a real store but durability. */
public final class MemoryDeliveries implements Deliveries {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Slip> slips = new TreeMap<>();
  private long last;

  /** Nothing yet. */
  public MemoryDeliveries() {}

  private static final class Slip {
    private final long id;
    private final Occasion occasion;
    private Instant due;
    private int attempt;
    private long claim;
    private boolean isDead;
    private String error = "";

    Slip(long id, Occasion occasion, Instant due) {
      this.id = id;
      this.occasion = occasion;
      this.due = due;
    }

    boolean isFor(Occasion other) {
      return occasion.plugin().equals(other.plugin())
          && occasion.function().equals(other.function())
          && occasion.id().equals(other.id());
    }
  }

  @Override
  public void add(List<Occasion> occasions, Instant due) {
    lock.lock();
    try {
      for (var occasion : occasions) {
        if (slips.values().stream().noneMatch(slip -> slip.isFor(occasion))) {
          slips.put(++last, new Slip(last, occasion, due));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Delivery> claim(
      String plugin, Set<String> functions, int most, Instant now, Instant until, String node) {
    lock.lock();
    try {
      var due =
          slips.values().stream()
              .filter(slip -> !slip.isDead && !slip.due.isAfter(now))
              .filter(slip -> slip.occasion.plugin().equals(plugin))
              .filter(slip -> functions.contains(slip.occasion.function()))
              .sorted(Comparator.comparing(slip -> slip.due))
              .limit(most)
              .toList();
      var claimed = new ArrayList<Delivery>();
      for (var slip : due) {
        slip.due = until;
        slip.attempt++;
        slip.claim++;
        claimed.add(new Delivery(slip.id, slip.occasion, slip.attempt, slip.claim));
      }
      return claimed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void done(Delivery delivery) {
    change(delivery, slip -> slips.remove(slip.id));
  }

  @Override
  public void again(Delivery delivery, Instant due, String error) {
    change(
        delivery,
        slip -> {
          slip.due = due;
          slip.error = error;
        });
  }

  @Override
  public void putBack(Delivery delivery, Instant due) {
    change(
        delivery,
        slip -> {
          slip.due = due;
          slip.attempt--;
        });
  }

  @Override
  public void bury(Delivery delivery, Instant now, String error) {
    change(delivery, slip -> bury(slip, now, error));
  }

  @Override
  public int buryOlder(Instant before, Instant now, String error) {
    lock.lock();
    try {
      var old =
          slips.values().stream()
              .filter(slip -> !slip.isDead && slip.due.isBefore(before))
              .toList();
      old.forEach(slip -> bury(slip, now, error));
      return old.size();
    } finally {
      lock.unlock();
    }
  }

  private static void bury(Slip slip, Instant now, String error) {
    slip.isDead = true;
    slip.due = now;
    slip.error = error;
    slip.claim++;
  }

  private void change(Delivery delivery, Consumer<Slip> change) {
    lock.lock();
    try {
      var slip = slips.get(delivery.id());
      if (slip != null && !slip.isDead && slip.claim == delivery.claim()) {
        change.accept(slip);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<DeadLetter> dead(String plugin, int most) {
    lock.lock();
    try {
      return slips.values().stream()
          .filter(slip -> slip.isDead)
          .filter(slip -> plugin.isEmpty() || slip.occasion.plugin().equals(plugin))
          .sorted(
              Comparator.comparing((Slip slip) -> slip.due)
                  .thenComparingLong(slip -> slip.id)
                  .reversed())
          .limit(most)
          .map(slip -> new DeadLetter(slip.id, slip.occasion, slip.attempt, slip.due, slip.error))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean replay(long id, Instant now) {
    lock.lock();
    try {
      var slip = slips.get(id);
      if (slip == null || !slip.isDead) {
        return false;
      }
      slip.isDead = false;
      slip.attempt = 0;
      slip.due = now;
      slip.error = "";
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int replayAll(String plugin, Instant now) {
    var dead = dead(plugin, Integer.MAX_VALUE);
    return (int) dead.stream().filter(letter -> replay(letter.id(), now)).count();
  }

  @Override
  public boolean discard(long id) {
    lock.lock();
    try {
      var slip = slips.get(id);
      return slip != null && slip.isDead && slips.remove(id) != null;
    } finally {
      lock.unlock();
    }
  }
}

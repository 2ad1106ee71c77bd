package dev.hotdesk.generation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes leases on the current routing table on several threads, while another puts table after
 * table in its place. Gives how often a lease was held on a table that had drained: the moment at
 * which its plugins are unloaded.
 */
final class SwapRace implements Callable<Long> {

  private static final int SWAPS = 20_000;
  private static final int THREADS = 3;

  private record Slot(RoutingTable table, AtomicBoolean isDrained) {
    Slot() {
      this(
          new RoutingTable(List.of(), TrainedModel.unavailable(List.of(), "none")),
          new AtomicBoolean());
    }
  }

  private final AtomicReference<Slot> current = new AtomicReference<>(new Slot());
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean isOver;

  @Override
  public Long call() throws InterruptedException {
    var turns = new Thread[THREADS];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = Thread.ofPlatform().start(this::takeTurns);
    }
    var drains = new CountDownLatch(SWAPS);
    for (int i = 0; i < SWAPS; i++) {
      var old = current.getAndSet(new Slot());
      old.table.close(
          () -> {
            old.isDrained.set(true);
            drains.countDown();
          });
    }
    drains.await();
    isOver = true;
    for (var turn : turns) {
      turn.join();
    }
    if (held.get() == 0) {
      throw new IllegalStateException("Nobody took a lease; wanted a race");
    }
    return failed.get();
  }

  private void takeTurns() {
    while (!isOver) {
      var slot = current.get();
      slot.table
          .tryLease()
          .ifPresent(
              lease -> {
                held.incrementAndGet();
                if (slot.isDrained.get()) {
                  failed.incrementAndGet();
                }
                lease.close();
              });
    }
  }
}

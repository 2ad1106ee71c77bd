package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoutingTableTest {

  private static RoutingTable table() {
    return new RoutingTable(List.of(), TrainedModel.unavailable(List.of(), "none"));
  }

  @Test
  void a_closing_table_gives_no_lease_and_drains_once_the_last_is_back() {
    var table = table();
    var drained = new AtomicInteger();
    var first = table.tryLease().orElseThrow();
    var second = table.tryLease().orElseThrow();
    table.close(drained::incrementAndGet);

    assertThat(table.tryLease()).isEmpty();
    first.close();
    first.close();
    assertThat(drained).hasValue(0);
    second.close();
    assertThat(drained).hasValue(1);
  }

  @Test
  void a_table_without_leases_drains_at_once() {
    var drained = new AtomicInteger();
    table().close(drained::incrementAndGet);
    assertThat(drained).hasValue(1);
  }

  @Test
  void a_closed_lease_shows_nothing() {
    var lease = table().tryLease().orElseThrow();
    lease.close();
    assertThatThrownBy(lease::intentModel).hasMessageContaining("closed");
  }

  /** Without the closing bit in the count, a lease slips in between the look and the closing. */
  @Test
  void no_lease_is_ever_held_on_a_drained_table() throws InterruptedException {
    record Slot(RoutingTable table, AtomicBoolean isDrained) {
      Slot() {
        this(RoutingTableTest.table(), new AtomicBoolean());
      }
    }
    var current = new AtomicReference<>(new Slot());
    var isOver = new AtomicBoolean();
    var held = new AtomicLong();
    var failed = new AtomicLong();
    var drains = new CountDownLatch(20_000);
    var turns = new Thread[3];
    for (int i = 0; i < turns.length; i++) {
      turns[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!isOver.get()) {
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
                  });
    }
    for (int i = 0; i < 20_000; i++) {
      var old = current.getAndSet(new Slot());
      old.table.close(
          () -> {
            old.isDrained.set(true);
            drains.countDown();
          });
    }
    drains.await();
    isOver.set(true);
    for (var turn : turns) {
      turn.join();
    }
    assertThat(failed).hasValue(0);
    assertThat(held.get()).isPositive();
  }
}

package dev.hotdesk.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class StopOrderTest {

  private final StopOrder order = new StopOrder(_ -> false);

  @Test
  void an_order_that_is_lifted_stops_nobody() {
    order.stop(Thread.currentThread());
    order.lift(Thread.currentThread());
    assertThatCode(order::obey).doesNotThrowAnyException();
  }

  @Test
  void who_is_sentenced_is_stopped_once_the_order_is_in_force() {
    order.sentence(Thread.currentThread());
    assertThatCode(order::check).doesNotThrowAnyException();
    order.enforce();
    assertThatThrownBy(order::check).isInstanceOf(StoppedError.class);
  }

  @Test
  void checks_lead_nowhere_again_only_when_nobody_is_to_be_stopped() {
    var nowhere = order.site().getTarget();
    var other = new Thread(() -> {});
    order.stop(Thread.currentThread());
    order.stop(other);

    order.lift(Thread.currentThread());
    order.rest();
    assertThat(order.site().getTarget()).isNotSameAs(nowhere);

    order.lift(other);
    order.rest();
    assertThat(order.site().getTarget()).isSameAs(nowhere);
  }

  @Test
  void a_thread_of_a_fork_join_pool_is_spared_as_soon_as_an_order_is_not_extended_any_more() {
    try (var pool = new ForkJoinPool(1)) {
      order.extend();
      assertThat(pool.submit(this::isStopped).join()).isTrue();
      order.retract();
      assertThat(pool.submit(this::isStopped).join()).isFalse();

      order.extend();
      assertThat(pool.submit(this::isStopped).join()).isTrue();
      order.retract();
    }
  }

  @Test
  void who_orders_does_not_wait_for_what_is_closed() throws InterruptedException {
    var stay = new CountDownLatch(1);
    var closing = new CountDownLatch(1);
    Closeable hesitant =
        () -> {
          closing.countDown();
          await().until(() -> stay.getCount() == 0);
        };
    var reading = new CountDownLatch(1);
    var reader = Thread.ofPlatform().start(() -> read(hesitant, reading, stay));
    reading.await();

    order.stop(reader);

    closing.await();
    assertThat(stay.getCount()).isEqualTo(1);
    stay.countDown();
    reader.join();
  }

  private void read(Closeable closeable, CountDownLatch reading, CountDownLatch stay) {
    assertThatCode(
            () ->
                order
                    .waits()
                    .reading(
                        closeable,
                        () -> {
                          reading.countDown();
                          await().until(() -> stay.getCount() == 0);
                          return true;
                        }))
        .doesNotThrowAnyException();
  }

  private boolean isStopped() {
    try {
      order.check();
      return false;
    } catch (StoppedError e) {
      return true;
    }
  }
}

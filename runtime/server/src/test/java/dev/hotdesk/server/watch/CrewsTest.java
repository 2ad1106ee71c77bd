package dev.hotdesk.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewsTest {

  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final java.util.concurrent.ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor();
  private final Crews crews = new Crews(threads, clock);

  @AfterEach
  void close() {
    threads.shutdownNow();
    clock.shutdownNow();
  }

  @Test
  void a_thread_bears_its_owners_name_while_it_works() {
    var name = new CompletableFuture<String>();

    crews.crew("customers").execute(() -> name.complete(Thread.currentThread().getName()));

    assertThat(name.join()).isEqualTo("hotdesk-customers");
  }

  @Test
  void tasks_count_until_they_end_however_they_do() {
    var end = new CountDownLatch(1);
    crews
        .crew("journal")
        .execute(
            () -> {
              try {
                end.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              throw new IllegalStateException("ended badly");
            });

    assertThat(crews.atWork()).isEqualTo(Map.of("journal", 1L));
    end.countDown();
    await()
        .dontCatchUncaughtExceptions()
        .untilAsserted(() -> assertThat(crews.atWork()).isEqualTo(Map.of("journal", 0L)));
  }

  @Test
  void a_task_that_is_refused_does_not_count() {
    threads.shutdownNow();

    assertThatThrownBy(() -> crews.crew("journal").execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(crews.atWork()).isEqualTo(Map.of("journal", 0L));
  }

  @Test
  void timers_count_until_they_ring_or_are_taken_back() {
    var rung = new CountDownLatch(1);
    crews.timer("operators").schedule(rung::countDown, 1, TimeUnit.MILLISECONDS);
    var late = crews.timer("operators").schedule(() -> {}, 1, TimeUnit.HOURS);
    crews.timer("heartbeat").scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.HOURS);

    await()
        .untilAsserted(
            () -> assertThat(crews.timers()).isEqualTo(Map.of("operators", 1L, "heartbeat", 1L)));
    assertThat(rung.getCount()).isZero();
    late.cancel(false);
    assertThat(crews.timers()).isEqualTo(Map.of("operators", 0L, "heartbeat", 1L));
  }

  @Test
  void timers_that_should_have_rung_are_known() {
    var block = new CountDownLatch(1);
    clock.execute(
        () -> {
          try {
            block.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    crews.timer("operators").schedule(() -> {}, 1, TimeUnit.MILLISECONDS);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(crews.overdue(1)).isEqualTo(Map.of("operators", 1L)));
    block.countDown();
    await().untilAsserted(() -> assertThat(crews.overdue(1)).isEmpty());
  }

  @Test
  void the_watch_adds_late_timers_to_what_the_house_holds() {
    var lanes = Holding.of("lanes", 7, List.of("web.1"));
    var watch = new LeakWatch(crews, List::of, () -> List.of(lanes));
    crews.timer("operators").schedule(() -> {}, 1, TimeUnit.HOURS);

    assertThat(watch.holdings()).containsExactly(lanes, new Holding("timers", 1, 0, List.of()));
    assertThat(watch.held("lanes")).isEqualTo(7);
    assertThat(watch.ownerless("lanes")).isEqualTo(1);
    assertThat(watch.held("sockets")).isZero();
  }
}

package dev.hotdesk.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LookupsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Lookups lookups = new Lookups(nanos::get);
  private volatile String stored = "amy";
  private final Lookup<String> lookup =
      lookups.of(Lookups.STAFF, Duration.ofSeconds(5), () -> stored);

  @Test
  void is_read_once_until_somebody_says_that_it_changed() {
    assertThat(lookup.get()).isEqualTo("amy");
    stored = "ben";
    assertThat(lookup.get()).isEqualTo("amy");

    lookups.changed("prices");
    assertThat(lookup.get()).isEqualTo("amy");

    lookups.changed(Lookups.STAFF);
    assertThat(lookup.get()).isEqualTo("ben");
    assertThat(lookups.uses()).containsEntry(Lookups.STAFF, new Lookups.Use(4, 2));
  }

  @Test
  void is_read_again_when_it_is_old_as_others_may_have_had_no_way_to_say_so() {
    lookup.get();
    stored = "ben";
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());

    assertThat(lookup.get()).isEqualTo("ben");
  }

  @Test
  void what_changes_while_it_is_read_is_read_again() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var slow =
        lookups.of(
            Lookups.STAFF,
            Duration.ofSeconds(5),
            () -> {
              var read = stored;
              begun.countDown();
              await(go);
              return read;
            });
    var first = CompletableFuture.supplyAsync(slow::get);
    begun.await();
    stored = "ben";
    lookups.changed(Lookups.STAFF);
    go.countDown();
    first.get();

    assertThat(slow.get()).isEqualTo("ben");
  }

  @Test
  void the_one_before_holds_while_it_cannot_be_read() {
    var fails =
        lookups.of(
            "fails",
            Duration.ofSeconds(5),
            () -> {
              if (stored.isEmpty()) {
                throw new IllegalStateException("The database is down");
              }
              return stored;
            });
    assertThat(fails.get()).isEqualTo("amy");
    stored = "";
    lookups.changed("fails");
    assertThat(fails.get()).isEqualTo("amy");
    stored = "ben";
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(fails.get()).isEqualTo("ben");

    stored = "";
    var never = lookups.of("never", Duration.ofSeconds(5), () -> fails.get().charAt(9));
    assertThatThrownBy(never::get).isInstanceOf(RuntimeException.class);
  }

  @Test
  void other_servers_are_told_of_what_changes_here_and_not_of_what_they_said() {
    List<String> told = new ArrayList<>();
    lookups.whenChanged(told::add);
    lookup.get();
    stored = "ben";

    lookups.forget(Lookups.STAFF);
    assertThat(told).isEmpty();
    assertThat(lookup.get()).isEqualTo("ben");

    lookups.changed(Lookups.STAFF);
    assertThat(told).containsExactly(Lookups.STAFF);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

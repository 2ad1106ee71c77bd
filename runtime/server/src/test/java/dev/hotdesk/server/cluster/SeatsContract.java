package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.server.sql.Sql;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where operators sit, at several servers. */
abstract class SeatsContract {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  abstract DataSource database();

  @BeforeEach
  void clear() {
    var sql = new Sql(database(), ClusterUnavailableException::new);
    sql.update("delete from operator_seat");
    sql.update("delete from cluster_lease");
    new Leases(database(), "one", "a").take("node one");
    new Leases(database(), "two", "b").take("node two");
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void an_operator_who_goes_to_another_server_is_there() {
    var first = seats("one");
    var second = seats("two");
    first.taken("amy");
    await().until(() -> second.isElsewhereNow("amy"));

    second.taken("amy");
    first.left("amy");
    await().until(() -> first.isElsewhereNow("amy") && !second.isElsewhereNow("amy"));
  }

  @Test
  void nobody_sits_at_a_server_that_is_gone() {
    var first = seats("one");
    var second = seats("two");
    first.taken("amy");
    await().until(() -> second.isElsewhereNow("amy"));
    new Sql(database(), ClusterUnavailableException::new)
        .update("update cluster_lease set expires = current_timestamp - interval '1' second");

    assertThat(second.isElsewhereNow("amy")).isFalse();
    assertThat(second.of("one")).containsExactly("amy");
    second.clear("one");
    assertThat(second.of("one")).isEmpty();
  }

  @Test
  void tells_of_those_who_come_and_go_elsewhere() {
    var changes = new AtomicInteger();
    var first = seats("one");
    var second = seats("two");
    second.whenChanged(changes::incrementAndGet);
    second.look();
    assertThat(changes).hasValue(0);

    first.taken("amy");
    await().until(() -> second.isElsewhereNow("amy"));
    first.left("amy");
    await().until(() -> !seats("two").isElsewhereNow("amy"));
    second.look();
    assertThat(changes).hasValue(1);
    assertThat(second.isElsewhere("amy")).isFalse();
  }

  @Test
  void says_when_somebody_has_come_or_gone_and_it_is_written() {
    var first = seats("one");
    var second = seats("two");
    var seen = new ConcurrentLinkedQueue<Boolean>();
    first.whenWritten(() -> seen.add(second.isElsewhereNow("amy")));
    first.taken("amy");
    await().until(() -> seen.contains(true));
    first.left("amy");
    await().until(() -> seen.contains(false));
  }

  @Test
  void clears_what_it_left_when_it_was_killed() {
    seats("one").taken("amy");
    var second = seats("two");
    await().until(() -> second.isElsewhereNow("amy"));

    seats("one").catchUp();
    await().until(() -> !second.isElsewhereNow("amy"));
  }

  private SqlSeats seats(String node) {
    return new SqlSeats(database(), node, threads);
  }
}

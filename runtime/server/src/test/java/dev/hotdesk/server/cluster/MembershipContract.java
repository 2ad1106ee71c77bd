package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has which duty, when servers come, die and come again. */
abstract class MembershipContract {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final List<String> gone = new ArrayList<>();

  abstract DataSource database();

  @BeforeEach
  void clear() {
    sql().update("delete from cluster_lease");
  }

  @Test
  void one_server_has_a_duty() {
    var first = server("one");
    var second = server("two");
    first.tick();
    second.tick();

    assertThat(Map.of("one", first.isMine(), "two", second.isMine()))
        .isEqualTo(Map.of("one", true, "two", false));
  }

  @Test
  void a_server_that_is_alone_knows_it() {
    var first = server("one");
    first.tick();
    assertThat(first.membership.isAlone()).isTrue();

    var second = server("two");
    second.tick();
    first.tick();
    assertThat(first.membership.isAlone()).isFalse();
    assertThat(first.membership.others()).containsExactly("two");
  }

  @Test
  void another_one_takes_over_from_one_that_died() {
    var first = server("one");
    var second = server("two");
    second.membership.whenGone(gone::add);
    first.tick();
    second.tick();
    runOut("one");
    second.tick();

    assertThat(second.isMine()).isTrue();
    assertThat(second.membership.others()).isEmpty();
    assertThat(gone).containsExactly("one");
  }

  @Test
  void one_that_comes_to_itself_late_has_lost_its_duty_and_knows_it() {
    var first = server("one");
    var second = server("two");
    first.tick();
    pass(Leases.SECONDS);
    assertThat(first.isMine()).isFalse();

    runOut("one");
    second.tick();
    first.tick();
    assertThat(first.isMine()).isFalse();
    assertThat(second.isMine()).isTrue();
  }

  @Test
  void one_that_was_held_up_goes_on_if_nobody_took_over() {
    var first = server("one");
    first.tick();
    pass(Leases.SECONDS);
    runOut("one");
    first.tick();

    assertThat(first.isMine()).isTrue();
  }

  @Test
  void one_that_leaves_hands_over_at_once() {
    var first = server("one");
    var second = server("two");
    first.tick();
    second.tick();
    first.membership.resign();
    second.tick();
    first.tick();

    assertThat(first.isMine()).isFalse();
    assertThat(second.isMine()).isTrue();
    assertThat(second.membership.others()).containsExactly("one");
  }

  @Test
  void two_that_are_alive_cannot_have_one_name() {
    var first = server("one");
    assertThat(new Membership(leases("one", "other"), "one", nanos::get).join()).isFalse();

    runOut("one");
    assertThat(new Membership(leases("one", "other"), "one", nanos::get).join()).isTrue();
    assertThat(first.membership.join()).isFalse();
  }

  @Test
  void one_that_is_gone_is_told_of_again_only_if_it_was_back() {
    var second = server("two");
    second.membership.whenGone(gone::add);
    for (int i = 0; i < 2; i++) {
      var first = new Membership(leases("one", "start " + i), "one", nanos::get);
      first.join();
      second.tick();
      runOut("one");
      second.tick();
      second.tick();
    }

    assertThat(gone).containsExactly("one", "one");
  }

  private record Server(Membership membership, Duty duty) {

    void tick() {
      membership.tick();
    }

    boolean isMine() {
      return duty.isMine();
    }
  }

  private Server server(String node) {
    var membership = new Membership(leases(node, "holder of " + node), node, nanos::get);
    assertThat(membership.join()).isTrue();
    return new Server(membership, membership.duty("timers"));
  }

  private Leases leases(String node, String holder) {
    return new Leases(database(), node, holder);
  }

  private void pass(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  /** As if the database's clock had gone on. */
  private void runOut(String node) {
    sql()
        .update(
            "update cluster_lease set expires = current_timestamp - interval '1' second"
                + " where node = ?",
            node);
  }

  private Sql sql() {
    return new Sql(database(), ClusterUnavailableException::new);
  }
}

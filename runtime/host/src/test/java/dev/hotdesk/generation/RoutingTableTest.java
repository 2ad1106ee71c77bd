package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.rollout.Share;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.ModelUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static RoutingTable trying(Share share) {
    var stable = new Arm(List.of(), TrainedModel.unavailable(List.of(), "the stable model"));
    var tried = new Arm(List.of(), TrainedModel.unavailable(List.of(), "the candidates' model"));
    return new RoutingTable(stable, Optional.of(new Trial(tried, share)));
  }

  private static boolean isOnTrial(Optional<Lease> lease) {
    try (var held = lease.orElseThrow()) {
      held.intentModel().understand("", "", Catalogue.EMPTY);
      throw new AssertionError("no model is there");
    } catch (ModelUnavailableException e) {
      return String.valueOf(e.getMessage()).contains("candidates");
    }
  }

  private static Set<String> onTrial(RoutingTable table) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "web.c" + i)
        .filter(conversation -> isOnTrial(table.tryLease(conversation)))
        .collect(Collectors.toSet());
  }

  @Test
  void a_share_grows_without_anybody_changing_sides() {
    var ten = onTrial(trying(new Share("r1", 10, false)));
    var fifty = onTrial(trying(new Share("r1", 50, false)));

    assertThat(ten.size()).isBetween(900, 1_100);
    assertThat(fifty.size()).isBetween(4_800, 5_200);
    assertThat(fifty).containsAll(ten);
    assertThat(onTrial(trying(new Share("r1", 10, false)))).isEqualTo(ten);
    assertThat(onTrial(trying(new Share("r2", 10, false)))).isNotEqualTo(ten);
  }

  @Test
  void what_belongs_to_no_conversation_is_served_by_the_candidates_only_once_all_are() {
    assertThat(isOnTrial(trying(new Share("r1", 99, false)).tryLease())).isFalse();
    assertThat(isOnTrial(trying(new Share("r1", 100, false)).tryLease())).isTrue();
    assertThat(isOnTrial(trying(new Share("r1", 100, true)).tryLease())).isFalse();
  }

  @Test
  void a_shadow_is_lent_beside_the_stable_arm_and_holds_the_table_too() {
    var table = trying(new Share("r1", 0, true));
    var drained = new AtomicInteger();
    var lease = table.tryLease("web.c1").orElseThrow();
    table.close(drained::incrementAndGet);
    var shadow = lease.shadow();
    lease.close();

    assertThat(drained).hasValue(0);
    assertThat(isOnTrial(shadow)).isTrue();
    assertThat(drained).hasValue(1);
    assertThat(table().tryLease().orElseThrow().shadow()).isEmpty();
  }

  @Test
  void a_closed_lease_shows_nothing() {
    var lease = table().tryLease().orElseThrow();
    lease.close();
    assertThatThrownBy(lease::intentModel).hasMessageContaining("closed");
  }

  @Test
  void no_lease_is_ever_held_on_a_drained_table() throws Exception {
    assertThat(new SwapRace().call()).isZero();
  }

  /** The test above is worth something: it fails where the closing bit is taken out. */
  @Test
  void without_the_closing_bit_leases_are_held_on_drained_tables() throws Exception {
    long failed = 0;
    for (int race = 0; race < 50 && failed == 0; race++) {
      failed = Mutant.withoutClosingBit(SwapRace.class).call();
    }
    assertThat(failed).isPositive();
  }
}

package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.rollout.Share;
import dev.hotdesk.routing.Lease;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialLeaseTest {

  @Test
  void leads_to_candidates_that_serve_a_part() {
    assertThat(trial(30, false)).isPresent();
  }

  @Test
  void leads_nowhere_while_they_serve_nobody_or_everybody() {
    assertThat(List.of(trial(0, false), trial(30, true), trial(100, false)))
        .containsOnly(Optional.empty());
  }

  private static Optional<Lease> trial(int percent, boolean isShadow) {
    return table(new Share("r-1", percent, isShadow)).tryLease().orElseThrow().trial();
  }

  @Test
  void keeps_its_table_open_like_any_other() {
    var table = table(new Share("r-1", 30, false));
    var lease = table.tryLease().orElseThrow();
    var trial = lease.trial().orElseThrow();
    lease.close();
    assertThat(table.leases()).isOne();

    trial.close();
    assertThat(table.leases()).isZero();
  }

  private static RoutingTable table(Share share) {
    var model = TrainedModel.unavailable(List.of(), "none is needed");
    var arm = new Arm(List.of(), model);
    return new RoutingTable(arm, Optional.of(new Trial(arm, share)));
  }
}

package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.RolloutPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest extends Trying {

  @Test
  void a_candidate_serves_its_share_and_always_the_same_conversations() {
    trial();
    var served = onTrial("2.0.0");

    assertThat(served.size()).isBetween(60, 140);
    assertThat(onTrial("2.0.0")).isEqualTo(served);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.state("2.0.0")).isEqualTo("CANARY");
    assertThat(house.reason("one.jar", State.LIVE)).isEmpty();
    assertThat(rollout().members()).containsExactly(new Rollout.Member("hello", "1.0.0", "2.0.0"));
    assertThat(rollout().percent()).isEqualTo(20);

    house.host.rollouts().canary("hello", 60, "ann");
    await().until(() -> onTrial("2.0.0").size() > 200);
    assertThat(onTrial("2.0.0")).containsAll(served);
  }

  @Test
  void a_good_candidate_is_promoted_step_by_step_and_the_version_before_stands_by() {
    opened(QUICK);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    drop("2.0.0", "two.jar");
    house.reason("two.jar", State.LIVE);

    assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
    await().until(() -> house.state("1.0.0").equals("STANDBY"));
    assertThat(house.host.rollouts().timeline("hello"))
        .filteredOn(it -> it.version().equals("2.0.0"))
        .extracting(Happening::what)
        .containsSubsequence("LIVE", "promote", "CANARY", "CANARY", "CANARY", "PROBED");
  }

  @Test
  void a_candidate_goes_on_where_it_was_after_a_restart() {
    trial();
    house.host.rollouts().canary("hello", 50, "ann");
    house.host.rollouts().hold("hello", "ann");
    await().until(() -> onTrial("2.0.0").size() > 150);
    var served = onTrial("2.0.0");
    restarted(PATIENT);

    assertThat(onTrial("2.0.0")).isEqualTo(served);
    assertThat(rollout().note()).contains("keeps it here");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  @Test
  void a_plugin_out_of_service_stays_so_whatever_lies_in_the_folder() {
    opened(RolloutPlan.DIRECT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    house.host.rollouts().enable("hello", false, "ann");
    house.reason("one.jar", State.DISABLED);
    drop("2.0.0", "two.jar");
    house.reason("two.jar", State.DISABLED);
    restarted(RolloutPlan.DIRECT);
    assertThat(house.servesNothingOf("hello")).isTrue();

    house.host.rollouts().enable("hello", true, "ann");
    house.reason("two.jar", State.LIVE);
  }

  @Test
  void without_a_way_back_an_upgrade_waits_for_consent_over_restarts() {
    opened(RolloutPlan.DIRECT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    Jars.agent("hello", "2.0.0")
        .compiled(Jars.agentSaying("public int memoryVersion() { return 2; }"))
        .into(house.drops, "two.jar");
    assertThat(house.reason("two.jar", State.WAITING)).contains("no way back");
    assertThat(rollout().stage()).isEqualTo(Rollout.Stage.WAITING);
    restarted(RolloutPlan.DIRECT);
    assertThat(house.reason("two.jar", State.WAITING)).contains("no way back");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");

    house.host.rollouts().confirm("hello", "ann");
    house.reason("two.jar", State.LIVE);
  }

  @Test
  void jars_that_need_each_other_are_tried_together_and_others_wait() {
    opened(PATIENT);
    for (var id : List.of("a", "b", "c")) {
      Jars.agent(id, "1.0.0").into(house.drops, id + "1.jar");
      house.reason(id + "1.jar", State.LIVE);
    }
    Jars.agent("c", "2.0.0").into(house.drops, "c2.jar");
    house.reason("c2.jar", State.CANDIDATE);
    Jars.agent("a", "2.0.0").into(house.drops, "a2.jar");
    Jars.agent("b", "2.0.0")
        .manifest("Plugin-Dependencies", "a@>=1.0.0")
        .into(house.drops, "b2.jar");
    assertThat(house.reason("a2.jar", State.WAITING)).contains("another rollout");
    assertThat(house.reason("b2.jar", State.WAITING)).contains("another rollout");

    house.host.rollouts().promote("c", "ann");
    house.reason("a2.jar", State.CANDIDATE);
    house.reason("b2.jar", State.CANDIDATE);
    house.host.rollouts().rollback("a", "ann");
    house.reason("a2.jar", State.HELD);
    house.reason("b2.jar", State.HELD);
  }

  @Test
  void a_file_beside_a_jar_asks_for_canary() throws IOException {
    opened(RolloutPlan.DIRECT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    Files.writeString(house.drops.resolve("two.jar.rollout"), "canary 30\n");
    drop("2.0.0", "two.jar");

    house.reason("two.jar", State.CANDIDATE);
    assertThat(rollout().percent()).isEqualTo(30);
  }
}

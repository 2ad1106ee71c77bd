package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.jarmaker.PluginDraft;
import dev.hotdesk.rollout.ErrorBudget;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.MemoryDesiredState;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.rollout.RolloutRefusedException;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.routing.PluginFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutTest {

  private static final RolloutPlan PATIENT = plan(Duration.ofHours(1));
  private static final RolloutPlan QUICK = plan(Duration.ofMillis(300));

  @TempDir Path root;
  private final MemoryDesiredState desired = new MemoryDesiredState();
  private House house;

  @BeforeEach
  void build() {
    house = new House(root);
  }

  private static RolloutPlan plan(Duration step) {
    return new RolloutPlan(Duration.ZERO, List.of(20, 60), step, step, ErrorBudget.DEFAULT);
  }

  private House opened(RolloutPlan plan) {
    house =
        new House(root, House.QUICK, PluginWatch.NONE, new RolloutSettings(plan, PATIENT, desired));
    return house.opened();
  }

  private void restarted(RolloutPlan plan) {
    house.close();
    opened(plan);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void drop(String version, String file) {
    house.drop(version, file);
  }

  static PluginDraft failing(String version) {
    return Jars.agent("hello", version)
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            public class Hello implements Agent {
              public Reply respond(Turn turn, AgentContext context) {
                throw new IllegalStateException("broken");
              }
            }
            """);
  }

  private Set<String> onTrial(String version) {
    var found = new HashSet<String>();
    for (int i = 0; i < 500; i++) {
      try (var lease = house.host.lease("web.c" + i)) {
        if (lease.agent("hello").orElseThrow().version().equals(version)) {
          found.add("web.c" + i);
        }
      }
    }
    return found;
  }

  private Rollout rollout() {
    return house.host.rollouts().rollout().orElseThrow();
  }

  private void trial() {
    opened(PATIENT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    drop("2.0.0", "two.jar");
    house.reason("two.jar", State.CANDIDATE);
  }

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
  void a_bad_candidate_goes_back_by_itself_and_is_not_tried_again() throws IOException {
    opened(PATIENT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    failing("2.0.0").into(house.drops, "two.jar");
    house.reason("two.jar", State.CANDIDATE);
    int bad = 0;
    for (int i = 0; !house.state("2.0.0").equals("ROLLED_BACK") && i < 2_000; i++) {
      try (var lease = house.host.lease("web.c" + i)) {
        House.greeting(lease, "hello");
      } catch (PluginFaultException e) {
        bad++;
      }
    }

    assertThat(bad).isBetween(5, 20);
    assertThat(house.reason("two.jar", State.HELD)).contains("hello 2.0.0", "calls failed");
    assertThat(onTrial("2.0.0")).isEmpty();
    restarted(PATIENT);
    assertThat(house.reason("two.jar", State.HELD)).contains("calls failed");
    drop("3.0.0", "two.jar");
    house.reason("two.jar", State.CANDIDATE);
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
  void a_candidate_that_overwrote_the_jar_that_serves_can_still_go_back() {
    opened(PATIENT);
    drop("1.0.0", "hello.jar");
    house.reason("hello.jar", State.LIVE);
    drop("2.0.0", "hello.jar");
    house.reason("hello.jar", State.CANDIDATE);
    restarted(PATIENT);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(onTrial("2.0.0")).isNotEmpty();

    house.host.rollouts().rollback("hello", "ann");
    assertThat(onTrial("2.0.0")).isEmpty();
    restarted(PATIENT);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.reason("hello.jar", State.HELD)).contains("ann");
  }

  @Test
  void an_admin_promotes_goes_back_and_promotes_what_was_held() {
    trial();
    house.host.rollouts().promote("hello", "ann");
    house.reason("two.jar", State.LIVE);
    int trainings = house.trainer.trainings.get();

    house.host.rollouts().rollback("hello", "ann");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.reason("two.jar", State.HELD)).contains("ann");
    assertThat(house.trainer.trainings).hasValue(trainings);
    restarted(PATIENT);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");

    house.host.rollouts().promote("hello", "ann");
    house.reason("two.jar", State.LIVE);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
  }

  @Test
  void a_direct_upgrade_can_be_taken_back_too_even_after_a_restart() {
    opened(RolloutPlan.DIRECT);
    drop("1.0.0", "hello.jar");
    house.reason("hello.jar", State.LIVE);
    drop("2.0.0", "hello.jar");
    await().until(() -> house.greeting("hello").equals("Hello from 2.0.0"));
    restarted(RolloutPlan.DIRECT);

    house.host.rollouts().rollback("hello", "ann");
    await().until(() -> house.serves("hello", "1.0.0"));
    restarted(RolloutPlan.DIRECT);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThatThrownBy(() -> house.host.rollouts().rollback("hello", "ann"))
        .isInstanceOf(RolloutRefusedException.class)
        .hasMessageContaining("no version before it");
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

  @Test
  void a_version_that_runs_away_is_quarantined_and_the_one_before_takes_over() {
    opened(RolloutPlan.DIRECT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    Jars.agent("hello", "2.0.0")
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            public class Hello implements Agent {
              static volatile long n;
              public Reply respond(Turn turn, AgentContext context) {
                while (true) n++;
              }
            }
            """)
        .into(house.drops, "two.jar");
    house.reason("two.jar", State.LIVE);
    var deadline = Duration.ofMillis(500); // on a busy machine some calls do not even begin by then
    for (int i = 0; i < 50 && house.serves("hello", "2.0.0"); i++) {
      try (var lease = house.host.lease()) {
        if (lease.agent("hello").orElseThrow().version().equals("2.0.0")) {
          assertThatThrownBy(() -> House.greeting(lease, "hello", deadline))
              .isInstanceOf(PluginFaultException.class);
        }
      }
    }

    await().until(() -> house.serves("hello", "1.0.0"));
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.reason("two.jar", State.QUARANTINED)).isNotEmpty();
    assertThat(house.state("2.0.0")).isIn("QUARANTINED", "none");
    restarted(RolloutPlan.DIRECT);
    assertThat(house.reason("two.jar", State.QUARANTINED)).isNotEmpty();
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  @Test
  void a_failed_start_does_not_change_what_was_wanted() {
    opened(RolloutPlan.DIRECT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    Jars.agent("hello", "2.0.0")
        .compiled(
            Jars.agentSaying(
                "public Hello() { if (System.getProperty(\"hotdesk.test.sick\") != null) throw new"
                    + " IllegalStateException(\"sick\"); }"))
        .into(house.drops, "two.jar");
    house.reason("two.jar", State.LIVE);
    System.setProperty("hotdesk.test.sick", "yes");
    try {
      restarted(RolloutPlan.DIRECT);
      assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
      assertThat(wanted()).isEqualTo("2.0.0");
    } finally {
      System.clearProperty("hotdesk.test.sick");
    }
    restarted(RolloutPlan.DIRECT);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
  }

  private String wanted() {
    return desired
        .load()
        .wishes()
        .getOrDefault("hello", Wish.NONE)
        .stable()
        .orElseThrow()
        .version();
  }
}

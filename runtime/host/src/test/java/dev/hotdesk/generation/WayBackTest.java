package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.rollout.RolloutRefusedException;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.routing.PluginFaultException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a version goes back to the one before. */
class WayBackTest extends Trying {

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

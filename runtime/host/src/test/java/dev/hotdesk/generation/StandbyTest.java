package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.rollout.MemoryDesiredState;
import dev.hotdesk.rollout.RolloutPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version before, after a restart. */
class StandbyTest {

  @TempDir Path root;
  private final MemoryDesiredState desired = new MemoryDesiredState();
  private House house;

  @BeforeEach
  void open() {
    house = house();
  }

  private House house() {
    var settings = new RolloutSettings(RolloutPlan.DIRECT, RolloutPlan.CANARY, desired);
    return new House(root, House.QUICK, PluginWatch.NONE, settings).opened();
  }

  private void restart() {
    house.close();
    house = house();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void it_stands_by_again_and_takes_over_with_nothing_loaded_and_nothing_trained()
      throws IOException {
    Jars.agent("other", "1.0.0").into(house.drops, "other.jar");
    house.reason("other.jar", State.LIVE);
    house.live("1.0.0", "hello.jar");
    house.drop("2.0.0", "hello.jar");
    await().until(() -> house.serves("hello", "2.0.0"));
    restart();
    assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");

    await().until(() -> house.state("1.0.0").equals("STANDBY"));
    await().until(() -> house.trainer.trainings.get() == 2);
    lookedAround();
    int generations = house.host.plugins().size();
    house.host.rollouts().rollback("hello", "ann");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.trainer.trainings).hasValue(2);
    assertThat(house.host.plugins()).hasSizeLessThanOrEqualTo(generations);
  }

  /** Waits for a whole look at the folder: what the one before it was about is done. */
  private void lookedAround() throws IOException {
    Files.writeString(house.drops.resolve("no.jar"), "no jar");
    house.reason("no.jar", State.REJECTED);
  }

  @Test
  void one_that_does_not_start_any_more_is_left_and_the_other_serves() {
    Jars.agent("hello", "1.0.0")
        .compiled(
            Jars.agentSaying(
                "public Hello() { if (System.getProperty(\"hotdesk.test.old\") != null) throw new"
                    + " IllegalStateException(\"too old\"); }"))
        .into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    house.drop("2.0.0", "hello.jar");
    await().until(() -> house.serves("hello", "2.0.0"));
    System.setProperty("hotdesk.test.old", "yes");
    try {
      restart();
      await()
          .untilAsserted(
              () ->
                  assertThat(house.host.rollouts().timeline("hello"))
                      .anyMatch(it -> it.note().contains("too old")));
      assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
      Jars.agent("other", "1.0.0").into(house.drops, "other.jar");
      house.reason("other.jar", State.LIVE);
    } finally {
      System.clearProperty("hotdesk.test.old");
    }
  }
}

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

/** Models that know what was learned, whatever happens to the plugins. */
class RelearnTest {

  @TempDir Path root;
  private House house;
  private int trained;
  private int closed;

  @BeforeEach
  void open() throws IOException {
    var settings =
        new RolloutSettings(RolloutPlan.DIRECT, RolloutPlan.CANARY, new MemoryDesiredState());
    house = new House(root, House.QUICK, PluginWatch.NONE, settings).opened();
    house.live("1.0.0", "hello.jar");
    trained = house.trainer.trainings.get();
    closed = house.trainer.closed.get();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_turn_keeps_the_model_it_began_with_and_the_next_one_has_the_new() {
    try (var turn = house.host.lease()) {
      var before = turn.intentModel();
      learn("1");
      await().until(() -> !model().equals(before));
      assertThat(turn.intentModel()).isSameAs(before);
      assertThat(house.trainer.closed).hasValue(closed);
    }
    await().until(() -> house.trainer.closed.get() == closed + 1);
    assertThat(house.trainer.trainings).hasValue(trained + 1);
  }

  @Test
  void what_cannot_be_trained_on_leaves_the_model_of_before() throws IOException {
    var before = model();
    house.trainer.isBroken = true;
    learn("1");
    Files.writeString(house.drops.resolve("no.jar"), "no jar");
    house.reason("no.jar", State.REJECTED);
    assertThat(model()).isSameAs(before);

    house.trainer.isBroken = false;
    learn("1 2");
    await().until(() -> !model().equals(before));
  }

  @Test
  void an_upgrade_takes_what_was_learned_along_and_going_back_waits_for_no_training()
      throws IOException {
    learn("1");
    await().until(() -> house.trainer.trainings.get() == trained + 1);
    house.drop("2.0.0", "hello.jar");
    await().until(() -> house.serves("hello", "2.0.0"));
    learn("1 2");
    await().until(() -> house.trainer.trainings.get() == trained + 3);

    house.trainer.isBroken = true;
    house.host.rollouts().rollback("hello", "ann");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  private void learn(String what) {
    house.trainer.learned = what;
    house.host.learned();
  }

  private Object model() {
    try (var lease = house.host.lease()) {
      return lease.intentModel();
    }
  }
}

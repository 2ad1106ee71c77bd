package dev.hotdesk.generation;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.jarmaker.PluginDraft;
import dev.hotdesk.rollout.ErrorBudget;
import dev.hotdesk.rollout.MemoryDesiredState;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.RolloutPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A host on which new versions of the plugin hello are tried on a share of the conversations. */
abstract class Trying {

  static final RolloutPlan PATIENT = plan(Duration.ofHours(1));
  static final RolloutPlan QUICK = plan(Duration.ofMillis(300));

  @TempDir Path root;
  final MemoryDesiredState desired = new MemoryDesiredState();
  House house;

  @BeforeEach
  void build() {
    house = new House(root);
  }

  private static RolloutPlan plan(Duration step) {
    return new RolloutPlan(Duration.ZERO, List.of(20, 60), step, step, ErrorBudget.DEFAULT);
  }

  House opened(RolloutPlan plan) {
    house =
        new House(root, House.QUICK, PluginWatch.NONE, new RolloutSettings(plan, PATIENT, desired));
    return house.opened();
  }

  void restarted(RolloutPlan plan) {
    house.close();
    opened(plan);
  }

  @AfterEach
  void close() {
    house.close();
  }

  void drop(String version, String file) {
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

  Set<String> onTrial(String version) {
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

  Rollout rollout() {
    return house.host.rollouts().rollout().orElseThrow();
  }

  void trial() {
    opened(PATIENT);
    drop("1.0.0", "one.jar");
    house.reason("one.jar", State.LIVE);
    drop("2.0.0", "two.jar");
    house.reason("two.jar", State.CANDIDATE);
  }
}

package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.jarmaker.PluginDraft;
import dev.hotdesk.rollout.ErrorBudget;
import dev.hotdesk.rollout.MemoryDesiredState;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.routing.PluginFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one plugin hangs where nobody can hurry it, the others are looked after. */
class HangingTest {

  private static final String CAME = "hotdesk.test.hanging.came";
  private static final String GO_ON = "hotdesk.test.hanging.go.on";
  private static final String HANGING =
      """
      static void hang() {
        System.getProperties().put("hotdesk.test.hanging.came", "yes");
        while (System.getProperty("hotdesk.test.hanging.go.on") == null) {
          try { Thread.sleep(5); } catch (InterruptedException e) { return; }
        }
      }
      """;
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final RolloutPlan BAKING =
      new RolloutPlan(Duration.ZERO, List.of(), LONG, LONG, ErrorBudget.DEFAULT);

  @TempDir Path root;
  private House house;

  @BeforeEach
  void open() {
    house = house().opened();
  }

  private House house() {
    var quick = House.QUICK;
    var patient =
        new HostSettings(
            quick.jar(),
            quick.pool(),
            quick.rescan(),
            quick.patience(),
            LONG,
            LONG,
            quick.leak(),
            quick.retrain(),
            quick.heapLook());
    return new House(
        root,
        patient,
        PluginWatch.NONE,
        new RolloutSettings(RolloutPlan.DIRECT, BAKING, new MemoryDesiredState()));
  }

  @AfterEach
  void close() {
    goOn();
    house.close();
    System.clearProperty(CAME);
    System.clearProperty(GO_ON);
  }

  private static void goOn() {
    System.setProperty(GO_ON, "yes");
  }

  private static void awaitHanging() {
    await().until(() -> System.getProperty(CAME) != null);
  }

  private void live(PluginDraft jar, String file) {
    jar.into(house.drops, file);
    house.reason(file, State.LIVE);
  }

  private void hatching() {
    Jars.agent("slow", "1.0.0")
        .compiled(Jars.agentSaying(HANGING + "public Hello() { hang(); }"))
        .into(house.drops, "slow.jar");
    awaitHanging();
  }

  @Test
  void an_admin_goes_back_while_the_constructor_of_another_plugin_hangs() {
    live(Jars.agent("hello", "1.0.0"), "one.jar");
    live(Jars.agent("hello", "2.0.0"), "two.jar");
    hatching();

    house.host.rollouts().rollback("hello", "ann");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.servesNothingOf("slow")).isTrue();
    goOn();
    assertThat(house.reason("slow.jar", State.LIVE)).isEmpty();
    assertThat(house.reason("two.jar", State.HELD)).contains("ann");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  @Test
  void a_bad_candidate_goes_back_by_itself_while_the_constructor_of_another_plugin_hangs()
      throws IOException {
    live(Jars.agent("hello", "1.0.0"), "one.jar");
    Files.writeString(house.drops.resolve("two.jar.rollout"), "canary");
    Trying.failing("2.0.0").into(house.drops, "two.jar");
    house.reason("two.jar", State.CANDIDATE);
    hatching();
    for (int i = 0; i < 20; i++) {
      try {
        house.greeting("hello");
      } catch (PluginFaultException e) {
        assertThat(e).hasMessageContaining("hello 2.0.0");
      }
    }

    await().until(() -> house.serves("hello", "1.0.0"));
    assertThat(house.servesNothingOf("slow")).isTrue();
  }

  @Test
  void what_is_decided_of_the_plugin_that_hangs_holds_once_it_goes_on() {
    hatching();
    house.host.rollouts().enable("slow", false, "ann");
    goOn();

    assertThat(house.reason("slow.jar", State.DISABLED)).contains("out of service");
    assertThat(house.servesNothingOf("slow")).isTrue();
  }

  @Test
  void an_admin_goes_back_while_another_plugin_hangs_in_its_stop() {
    live(Jars.agent("hello", "1.0.0"), "one.jar");
    live(Jars.agent("hello", "2.0.0"), "two.jar");
    live(
        Jars.agent("slow", "1.0.0")
            .manifest("Plugin-Class", "shop.Own")
            .compiled(
                """
                package shop;
                public class Own extends org.pf4j.Plugin {
                  %s
                  @Override public void stop() { hang(); }
                }
                """
                    .formatted(HANGING)),
        "slow.jar");
    house.host.rollouts().enable("slow", false, "ann");
    awaitHanging();

    house.host.rollouts().rollback("hello", "ann");
    await().until(() -> house.serves("hello", "1.0.0"));
    assertThat(house.reason("two.jar", State.HELD)).contains("ann");
  }
}

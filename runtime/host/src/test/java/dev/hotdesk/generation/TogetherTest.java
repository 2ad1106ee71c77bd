package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that a file beside one of them wants to switch together. */
class TogetherTest {

  @TempDir Path root;
  private House house;

  @BeforeEach
  void open() {
    house = new House(root).opened();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void with(String file, String partners) throws IOException {
    Files.writeString(house.drops.resolve(file + ".rollout"), "with " + partners + "\n");
  }

  private void drop(String plugin, String version) {
    Jars.agent(plugin, version).into(house.drops, plugin + version.charAt(0) + ".jar");
  }

  @Test
  void a_jar_waits_for_its_partner_and_both_switch() throws IOException {
    drop("a", "1.0.0");
    drop("b", "1.0.0");
    house.reason("a1.jar", State.LIVE);
    house.reason("b1.jar", State.LIVE);
    with("a2.jar", "b2.jar");
    drop("a", "2.0.0");

    assertThat(house.reason("a2.jar", State.WAITING)).contains("waits for b2.jar", "drop that jar");
    assertThat(house.serves("a", "1.0.0")).isTrue();
    drop("b", "2.0.0");
    house.reason("a2.jar", State.LIVE);
    house.reason("b2.jar", State.LIVE);
  }

  @Test
  void who_is_named_by_one_that_waits_waits_too() throws IOException {
    with("a1.jar", "b1.jar c1.jar");
    drop("a", "1.0.0");
    house.reason("a1.jar", State.WAITING);
    drop("b", "1.0.0");

    assertThat(house.reason("b1.jar", State.WAITING)).contains("together with a1.jar", "c1.jar");
    assertThat(house.servesNothingOf("b")).isTrue();
    drop("c", "1.0.0");
    house.reason("a1.jar", State.LIVE);
    house.reason("b1.jar", State.LIVE);
    house.reason("c1.jar", State.LIVE);
  }

  @Test
  void a_lower_version_serves_while_a_higher_one_waits() throws IOException {
    with("a2.jar", "b2.jar");
    drop("a", "2.0.0");
    house.reason("a2.jar", State.WAITING);
    drop("a", "1.0.0");
    house.reason("a1.jar", State.LIVE);
    with("a2.jar", "a1.jar");
    drop("a", "2.0.0");

    house.reason("a2.jar", State.LIVE);
  }

  @Test
  void what_serves_needs_its_partner_no_more() throws IOException {
    with("a1.jar", "b1.jar");
    drop("a", "1.0.0");
    drop("b", "1.0.0");
    house.reason("a1.jar", State.LIVE);
    Files.delete(house.drops.resolve("b1.jar"));
    await().until(() -> house.servesNothingOf("b"));

    assertThat(house.serves("a", "1.0.0")).isTrue();
    assertThat(house.status("a1.jar").state()).isEqualTo(State.LIVE);
  }
}

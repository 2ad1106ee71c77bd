package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.ModelUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {

  @TempDir Path root;
  private House house;

  @BeforeEach
  void build() {
    house = new House(root);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_dropped_jar_serves_and_its_note_says_so() {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "hello-1.jar");

    assertThat(house.reason("hello-1.jar", State.LIVE)).isEmpty();
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  @Test
  void the_jars_that_lie_there_at_the_start_are_served_by_one_training() {
    Jars.agent("one", "1.0.0").into(house.drops, "one.jar");
    Jars.agent("two", "1.0.0").into(house.drops, "two.jar");
    Jars.agent("bad", "1.0.0").entry("intents/en.txt", "bad").into(house.drops, "bad.jar");
    house.opened();

    assertThat(house.serves("one", "1.0.0")).isTrue();
    assertThat(house.serves("two", "1.0.0")).isTrue();
    assertThat(house.status("bad.jar").state()).isEqualTo(State.REJECTED);
    assertThat(house.trainer.trainings).hasValue(1);
  }

  @Test
  void a_higher_version_takes_over_and_its_removal_gives_back() throws IOException {
    house.opened();
    Jars.agent("hello", "1.9.0").into(house.drops, "old.jar");
    house.reason("old.jar", State.LIVE);
    Jars.agent("hello", "1.10.0").into(house.drops, "new.jar");
    house.reason("new.jar", State.LIVE);

    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.10.0");
    assertThat(house.reason("old.jar", State.SUPERSEDED)).contains("1.10.0", "new.jar");

    Files.delete(house.drops.resolve("new.jar"));
    house.reason("old.jar", State.LIVE);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.9.0");
    assertThat(house.note("new.jar")).contains("REMOVED");
  }

  @Test
  void the_version_before_stands_by_and_takes_over_without_loading_or_training()
      throws IOException {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "one.jar");
    house.reason("one.jar", State.LIVE);
    int generation = house.status("one.jar").generation();
    Jars.agent("hello", "2.0.0").into(house.drops, "two.jar");
    house.reason("two.jar", State.LIVE);
    int trainings = house.trainer.trainings.get();

    Files.delete(house.drops.resolve("two.jar"));
    house.reason("one.jar", State.LIVE);

    assertThat(house.status("one.jar").generation()).isEqualTo(generation);
    assertThat(house.trainer.trainings).hasValue(trainings);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  @Test
  void removing_a_superseded_jar_changes_nothing() throws IOException {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "one.jar");
    Jars.agent("hello", "2.0.0").into(house.drops, "two.jar");
    house.reason("two.jar", State.LIVE);
    house.reason("one.jar", State.SUPERSEDED);
    int generation = house.status("two.jar").generation();

    Files.delete(house.drops.resolve("one.jar"));
    await().until(() -> house.note("one.jar").contains("REMOVED"));

    assertThat(house.status("two.jar").generation()).isEqualTo(generation);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
  }

  @Test
  void removing_the_last_jar_drains_and_unloads_the_plugin() throws IOException {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    try (var lease = house.host.lease()) {
      Files.delete(house.drops.resolve("hello.jar"));
      await().until(() -> house.servesNothingOf("hello"));
      assertThat(house.host.plugins())
          .extracting(PluginStatus::state)
          .containsExactly(new GenerationState.Draining());
      assertThat(House.greeting(lease, "hello")).isEqualTo("Hello from 1.0.0");
    }
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(house.host.plugins()).isEmpty();
              assertThat(house.host.loadersAlive()).isZero();
            });
  }

  @Test
  void a_turn_that_began_before_the_switch_ends_with_the_old_version() {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "one.jar");
    house.reason("one.jar", State.LIVE);
    try (var lease = house.host.lease()) {
      Jars.agent("hello", "2.0.0").into(house.drops, "two.jar");
      house.reason("two.jar", State.LIVE);

      assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
      assertThat(House.greeting(lease, "hello")).isEqualTo("Hello from 1.0.0");
    }
    await()
        .untilAsserted(
            () ->
                assertThat(house.host.plugins())
                    .extracting(PluginStatus::version, PluginStatus::state)
                    .containsExactly(
                        tuple("1.0.0", new GenerationState.Standby()),
                        tuple("2.0.0", new GenerationState.Live())));
  }

  @Test
  void of_equal_versions_the_bytes_written_last_serve() throws IOException {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    var other = Jars.agent("hello", "1.0.0").entry("texts/en.properties", "greeting=Anew").bytes();
    Files.write(house.drops.resolve("hello.jar"), other);

    await().until(() -> house.greeting("hello").equals("Anew"));
  }

  @Test
  void overwriting_a_jar_with_rubbish_leaves_its_plugin_serving() throws IOException {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    Files.writeString(house.drops.resolve("hello.jar"), "not a jar at all");

    assertThat(house.reason("hello.jar", State.REJECTED)).contains("not a readable jar");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
  }

  @Test
  void a_slow_copy_is_never_loaded_half() throws Exception {
    // However long the copy takes on a busy machine, it is never given up.
    house = new House(root, House.quickBut(Duration.ofMinutes(1))).opened();
    var bytes = Jars.agent("hello", "1.0.0").bytes();
    var file = house.drops.resolve("hello.jar");
    try (var out = Files.newOutputStream(file)) {
      for (int i = 0; i < bytes.length; i += 128) {
        out.write(bytes, i, Math.min(128, bytes.length - i));
        Thread.sleep(60);
        assertThat(house.host.drops())
            .noneMatch(status -> status.state() == State.REJECTED)
            .noneMatch(
                status -> status.state() == State.LIVE && file.toFile().length() < bytes.length);
      }
    }
    house.reason("hello.jar", State.LIVE);
  }

  @Test
  void a_file_with_the_promised_hash_is_believed_at_once_and_another_is_refused()
      throws IOException {
    house.opened();
    Files.writeString(house.drops.resolve("hello.jar.sha256"), "0123abcd  hello.jar\n");
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    assertThat(house.reason("hello.jar", State.REJECTED)).contains("0123abcd", ".sha256");

    var sha256 =
        HexFormat.of().formatHex(sha256(Files.readAllBytes(house.drops.resolve("hello.jar"))));
    Files.writeString(house.drops.resolve("hello.jar.sha256"), sha256 + "  hello.jar\n");
    house.reason("hello.jar", State.LIVE);
  }

  @Test
  void without_language_models_plugins_are_active_and_training_is_tried_again() {
    house.trainer.isBroken = true;
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    try (var lease = house.host.lease()) {
      assertThatThrownBy(() -> lease.intentModel().understand("hi", "", Catalogue.EMPTY))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageContaining("encoder");
    }
    house.trainer.isBroken = false;
    await()
        .ignoreException(ModelUnavailableException.class)
        .until(
            () -> {
              try (var lease = house.host.lease()) {
                return lease.intentModel().understand("hi", "", Catalogue.EMPTY).inScope();
              }
            });
  }

  @Test
  void no_call_fails_while_versions_are_swapped_under_it() throws Exception {
    house.opened();
    Jars.agent("hello", "1.0.0").into(house.drops, "v1.jar");
    house.reason("v1.jar", State.LIVE);
    var isOver = new AtomicBoolean();
    var calls = new AtomicLong();
    var failures = new CopyOnWriteArrayList<Throwable>();
    var customers = new Thread[2];
    for (int i = 0; i < customers.length; i++) {
      customers[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!isOver.get()) {
                      try (var lease = house.host.lease()) {
                        var version = lease.agent("hello").orElseThrow().version();
                        assertThat(House.greeting(lease, "hello"))
                            .isEqualTo("Hello from " + version);
                        lease.intentModel().understand("hi", "", Catalogue.EMPTY);
                        calls.incrementAndGet();
                      } catch (Throwable e) {
                        failures.add(e);
                      }
                    }
                  });
    }
    for (int i = 1; i <= 20; i++) {
      Jars.agent("hello", "1.0." + i).into(house.drops, "next.jar");
      var version = "1.0." + i;
      await().pollInterval(Duration.ofMillis(5)).until(() -> house.serves("hello", version));
    }
    await().until(() -> calls.get() > 100);
    isOver.set(true);
    for (var customer : customers) {
      customer.join();
    }
    assertThat(failures).isEmpty();
    await().untilAsserted(() -> assertThat(house.host.plugins()).hasSize(2));
    await()
        .untilAsserted(
            () -> assertThat(house.trainer.closed).hasValue(house.trainer.trainings.get() - 2));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

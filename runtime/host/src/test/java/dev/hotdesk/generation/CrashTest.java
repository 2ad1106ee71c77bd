package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.rollout.RolloutPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upgrade in a process of its own, which dies on the way; then another is begun. */
class CrashTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path root;

  /** Upgrades what lies in the folder to the next version and ends. */
  static final class Upgrade {

    private Upgrade() {}

    /** The folder, and the version that must serve before it ends. */
    public static void main(String[] arguments) throws IOException {
      var root = Path.of(arguments[0]);
      try (var house = house(root)) {
        house.host.start();
        await().atMost(LONG).until(house.host::isConverged);
        if (arguments.length > 1) {
          Jars.put(Files.readAllBytes(root.resolve("next.jar")), house.drops.resolve("hello.jar"));
          await().atMost(LONG).until(() -> house.serves("hello", arguments[1]));
        }
      }
    }
  }

  private static House house(Path root) {
    return new House(
        root,
        House.QUICK,
        PluginWatch.NONE,
        new RolloutSettings(
            RolloutPlan.DIRECT, RolloutPlan.CANARY, new FileDesiredState(root.resolve("wishes"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copying:1",
        "copied:1",
        "stored:1",
        "verifying:1",
        "noting:1",
        "loading:2",
        "probed:2",
        "trained:2",
        "saving:2",
        "saved:2",
        "switching:2",
        "switched:2",
        "drained:2"
      })
  void after_a_kill_anywhere_the_old_or_the_new_version_serves(String place)
      throws IOException, InterruptedException {
    Files.createDirectories(root.resolve("plugins"));
    Jars.agent("hello", "1.0.0").into(root.resolve("plugins"), "hello.jar");
    if (!place.endsWith(":2")) {
      assertThat(upgrade("", null)).isZero();
    }
    Files.write(root.resolve("next.jar"), Jars.agent("hello", "2.0.0").bytes());
    assertThat(upgrade(place, "2.0.0")).as("passes " + place).isEqualTo(137);

    try (var house = house(root).opened()) {
      await()
          .atMost(LONG)
          .until(() -> house.serves("hello", "2.0.0") || house.serves("hello", "1.0.0"));
      Jars.agent("hello", "3.0.0").into(house.drops, "hello.jar");
      await().atMost(LONG).until(() -> house.serves("hello", "3.0.0"));
    }
    assertThat(root.resolve("store")).isDirectoryNotContaining("glob:**/*.tmp");
  }

  private int upgrade(String place, @Nullable String version)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                Upgrade.class.getName(),
                root.toString()));
    if (version != null) {
      command.add(version);
    }
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("log").toFile());
    builder.environment().put("HOTDESK_CRASH_AT", place);
    return builder.start().waitFor();
  }
}

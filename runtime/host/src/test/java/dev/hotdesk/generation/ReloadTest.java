package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

  @TempDir Path root;

  @Test
  void a_hundred_reloads_leave_nothing_behind() {
    try (var house = new House(root).opened()) {
      reload(house, 0);
      long files = openFiles();
      for (int i = 1; i <= 100; i++) {
        reload(house, i);
      }
      await()
          .until(
              () -> {
                System.gc();
                return house.host.loadersAlive() == 0;
              });
      await().untilAsserted(() -> assertThat(house.host.plugins()).hasSize(2));
      assertThat(openFiles()).isLessThan(files + 10);
      assertThat(root.resolve("store")).isDirectoryNotContaining("glob:**/*.tmp");
    }
  }

  private static void reload(House house, int i) {
    Jars.agent("hello", "1.0." + i).into(house.drops, "hello.jar");
    await().pollInterval(Duration.ofMillis(5)).until(() -> house.serves("hello", "1.0." + i));
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0." + i);
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}

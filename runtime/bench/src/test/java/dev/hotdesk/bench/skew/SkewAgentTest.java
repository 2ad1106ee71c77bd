package dev.hotdesk.bench.skew;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkewAgentTest {

  private static final String PROGRAM =
      """
      void main() throws InterruptedException {
        IO.println(java.time.Clock.systemUTC().instant() + " " + java.time.Instant.now());
        while (java.time.Instant.now().toEpochMilli() > System.currentTimeMillis()) {
          Thread.sleep(20);
        }
        IO.println("behind");
      }
      """;

  @TempDir Path folder;

  @Test
  void clocks_of_a_process_are_off_by_as_much_as_it_is_told_also_while_it_runs()
      throws IOException {
    var agent = SkewJar.write(folder.resolve("skew.jar"));
    var program = Files.writeString(folder.resolve("Now.java"), PROGRAM);
    var seconds = Files.writeString(folder.resolve("seconds"), "3600");
    var before = Clock.systemUTC().instant();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    var process =
        new ProcessBuilder(java, "-javaagent:" + agent + "=" + seconds, program.toString())
            .redirectErrorStream(true)
            .start();
    try (var out = process.inputReader()) {
      assertThat(out.readLine().split(" "))
          .allSatisfy(it -> assertThat(Instant.parse(it)).isAfter(before.plusSeconds(3_599)));

      Files.writeString(seconds, "-3600");

      assertThat(out.readLine()).isEqualTo("behind");
    } finally {
      process.destroyForcibly();
    }
  }
}

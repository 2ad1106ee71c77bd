package dev.hotdesk.bench.skew;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkewAgentTest {

  private static final String PROGRAM =
      """
      void main() {
        IO.println(java.time.Clock.systemUTC().instant() + " " + java.time.Instant.now());
      }
      """;

  @TempDir Path folder;

  @Test
  void clocks_of_a_process_are_off_by_as_much_as_it_is_told() throws IOException {
    var agent = SkewJar.write(folder.resolve("skew.jar"));
    var program = Files.writeString(folder.resolve("Now.java"), PROGRAM);
    var before = Clock.systemUTC().instant();

    var told = run("-javaagent:" + agent + "=3600", program.toString()).split(" ");

    assertThat(Instant.parse(told[0])).isAfter(before.plusSeconds(3_599));
    assertThat(Instant.parse(told[1])).isAfter(before.plusSeconds(3_599));
  }

  private static String run(String... words) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.util.List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}

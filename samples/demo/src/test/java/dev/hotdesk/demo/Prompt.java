package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An admin's terminal: {@code bin/hotdesk} of the release, against a running server.
 *
 * @param home where the admin's files are kept
 */
record Prompt(Site site, Path home) {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How a command ended, and what it wrote. */
  record Ran(int code, String out, String err) {}

  /** Logs in as the demo's admin. */
  void login() throws IOException, InterruptedException {
    assertThat(typed("admin-demo", "login", "--user", "admin").code()).isZero();
  }

  /** Types a command. */
  Ran hotdesk(String... words) throws IOException, InterruptedException {
    return run(Map.of(), "", words);
  }

  /** Types a command, and a line when it asks for one. */
  Ran typed(String line, String... words) throws IOException, InterruptedException {
    return run(Map.of(), line + "\n", words);
  }

  /** Begins a command that goes on; both its outputs go to a file. */
  Process started(Path out, String... words) throws IOException {
    return command(Map.of(), words).redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  private ProcessBuilder command(Map<String, String> more, String... words) {
    var command = new ArrayList<String>();
    command.add(Site.root().resolve("liberty-config/target/hotdesk/bin/hotdesk").toString());
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    var environment = new HashMap<>(more);
    environment.put("HOME", home.toString());
    environment.put("HOTDESK_URL", site.web().base().toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("HOTDESK_TOKEN", "XDG_CONFIG_HOME"));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Types a command where the environment says more, and waits for its end. */
  Ran run(Map<String, String> more, String input, String... words)
      throws IOException, InterruptedException {
    var out = Files.createTempFile(home, "out", ".txt");
    var err = Files.createTempFile(home, "err", ".txt");
    var process =
        command(more, words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try (var typing = process.getOutputStream()) {
      typing.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(words) + " took longer than " + PATIENCE);
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}

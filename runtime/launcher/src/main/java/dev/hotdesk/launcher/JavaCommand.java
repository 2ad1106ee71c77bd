package dev.hotdesk.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The server's JVM as a command.
 *
 * <p>It is what Liberty's {@code server run} script would put together, without the shell: so the
 * process that we hold is the server itself, and killing it kills the server.
 */
final class JavaCommand {

  private static final String SERVER = "hotdesk";

  private final Launch launch;
  private final Path liberty;
  private final Path user;

  JavaCommand(Launch launch) {
    this.launch = launch;
    String elsewhere = variable("WLP_HOME");
    this.liberty = elsewhere.isEmpty() ? launch.home().resolve("wlp") : Path.of(elsewhere);
    this.user = launch.home().resolve("usr");
  }

  Path liberty() {
    return liberty;
  }

  ProcessBuilder builder() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + liberty.resolve("bin/tools/ws-javaagent.jar"));
    command.add("-Djdk.attach.allowAttachSelf=true");
    command.addAll(options(user.resolve("servers").resolve(SERVER).resolve("jvm.options")));
    command.addAll(options(launch.data().resolve("jvm.options")));
    command.addAll(options(liberty.resolve("lib/platform/java/java24.options")));
    String more = variable("JVM_ARGS");
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split("\\s+")));
    }
    command.addAll(launch.jvmArguments());
    command.add("-jar");
    command.add(liberty.resolve("bin/tools/ws-server.jar").toString());
    command.add(SERVER);

    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.putAll(launch.environment());
    environment.put("WLP_USER_DIR", user.toString());
    environment.put("WLP_OUTPUT_DIR", launch.data().resolve("run").toString());
    environment.put("LOG_DIR", launch.logs().toString());
    environment.put("HOTDESK_DATA", launch.data().toString());
    environment.put("HOTDESK_PLUGINS", launch.plugins().toString());
    environment.put("HOTDESK_PORT", Integer.toString(launch.port()));
    return builder
        .directory(launch.data().toFile())
        .redirectErrorStream(true)
        .redirectOutput(console().toFile())
        .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())));
  }

  Path console() {
    return launch.logs().resolve("console.log");
  }

  private String variable(String name) {
    String value = launch.environment().get(name);
    if (value == null) {
      value = System.getenv(name);
    }
    return value == null ? "" : value.strip();
  }

  private static String nothing() {
    return System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null";
  }

  private static List<String> options(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

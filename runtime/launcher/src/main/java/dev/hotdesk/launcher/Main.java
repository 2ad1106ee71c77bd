package dev.hotdesk.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code bin/hotdesk}: runs this Hotdesk until it is told to stop.
 *
 * <p>Its settings are environment variables: {@code HOTDESK_DATA}, {@code HOTDESK_PLUGINS}, {@code
 * HOTDESK_PORT}, {@code HOTDESK_DB_URL} and the others of docs/configuration.md.
 */
public final class Main {

  /** First argument: the home; second: {@code run} (also without), {@code stop}, {@code status}. */
  public static void main(String[] arguments) throws Exception {
    String verb = arguments.length > 1 ? arguments[1] : "run";
    try {
      Launch launch = launch(Path.of(arguments[0]));
      int code =
          switch (verb) {
            case "run" -> run(launch);
            case "stop" -> stop(launch);
            case "status" -> status(launch);
            default -> {
              System.err.println("Usage: hotdesk [run|stop|status|login|logout|plugin|help]");
              yield 2;
            }
          };
      System.exit(code);
    } catch (StartFailedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Launch launch(Path home) {
    Launch launch = Launch.of(home);
    return launch
        .data(Path.of(variable("HOTDESK_DATA", launch.data().toString())))
        .plugins(Path.of(variable("HOTDESK_PLUGINS", launch.plugins().toString())))
        .port(port(variable("HOTDESK_PORT", Integer.toString(launch.port()))));
  }

  private static int run(Launch launch) throws Exception {
    HotdeskServer server = HotdeskServer.spawn(launch);
    Path pid = pidFile(launch);
    Files.writeString(pid, Long.toString(server.pid()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
    try {
      server.awaitReady();
      System.out.println("Hotdesk is ready at " + server.url());
      return server.awaitEnd();
    } finally {
      Files.deleteIfExists(pid);
    }
  }

  private static int stop(Launch launch) throws IOException {
    return running(launch)
        .map(
            process -> {
              process.destroy();
              process.onExit().join();
              System.out.println("Hotdesk has stopped.");
              return 0;
            })
        .orElseGet(
            () -> {
              System.err.println("No Hotdesk runs on " + launch.data() + ".");
              return 1;
            });
  }

  private static int status(Launch launch) throws IOException {
    boolean runs = running(launch).isPresent();
    System.out.println(runs ? "Hotdesk is running." : "Hotdesk is not running.");
    return runs ? 0 : 3;
  }

  private static java.util.Optional<ProcessHandle> running(Launch launch) throws IOException {
    Path pid = pidFile(launch);
    return Files.exists(pid)
        ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        : java.util.Optional.empty();
  }

  private static Path pidFile(Launch launch) {
    return launch.data().resolve("hotdesk.pid");
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new StartFailedException("HOTDESK_PORT is not a number: " + text + ".");
    }
  }

  private static String variable(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private Main() {}
}

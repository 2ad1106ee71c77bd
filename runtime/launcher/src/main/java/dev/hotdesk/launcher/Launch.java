package dev.hotdesk.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one Hotdesk is to be started: from which home, on which data and at which port.
 *
 * @param home the unzipped release; nothing is written to it
 * @param data where everything that must last is kept: database, plugin store, logs
 * @param plugins the folder that plugins are dropped into; filled from the home if it is not there
 * @param environment more variables, such as {@code HOTDESK_DB_URL}
 * @param jvmArguments more arguments for the server's Java
 * @param patience how long it may take until it is ready
 */
public record Launch(
    Path home,
    Path data,
    Path plugins,
    int port,
    Map<String, String> environment,
    List<String> jvmArguments,
    Duration patience) {

  public static final int DEFAULT_PORT = 9080;

  /** Makes the paths absolute, because the server runs in a folder of its own. */
  public Launch {
    home = home.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    plugins = plugins.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** A start as the release comes: data and plugins beside it. */
  public static Launch of(Path home) {
    return new Launch(
        home,
        home.resolve("data"),
        home.resolve("plugins"),
        DEFAULT_PORT,
        Map.of(),
        List.of(),
        Duration.ofMinutes(3));
  }

  public Launch data(Path data) {
    return new Launch(home, data, plugins, port, environment, jvmArguments, patience);
  }

  public Launch plugins(Path plugins) {
    return new Launch(home, data, plugins, port, environment, jvmArguments, patience);
  }

  public Launch port(int port) {
    return new Launch(home, data, plugins, port, environment, jvmArguments, patience);
  }

  /** Adds one variable. */
  public Launch with(String variable, String value) {
    var more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Launch(home, data, plugins, port, more, jvmArguments, patience);
  }

  /** Adds one argument for the server's Java, such as {@code -Xmx512m}. */
  public Launch jvm(String argument) {
    var more = new ArrayList<>(jvmArguments);
    more.add(argument);
    return new Launch(home, data, plugins, port, environment, more, patience);
  }

  public Launch patience(Duration patience) {
    return new Launch(home, data, plugins, port, environment, jvmArguments, patience);
  }

  Path logs() {
    return data.resolve("logs");
  }
}

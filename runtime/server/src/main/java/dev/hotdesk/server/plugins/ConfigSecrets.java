package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plugins' secrets as the server's configuration has them: as they are, or a reference to an
 * environment variable or a file. Looked up anew each time, so that a file may be renewed.
 */
final class ConfigSecrets implements Secrets {

  private static final int LONGEST = 64 << 10;
  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";

  private final Function<String, Optional<String>> config;
  private final Function<String, @Nullable String> environment;

  /**
   * Secrets in this configuration.
   *
   * @param config what is set under a key, just as it is written
   * @param environment the value of a variable, or null
   */
  ConfigSecrets(
      Function<String, Optional<String>> config, Function<String, @Nullable String> environment) {
    this.config = config;
    this.environment = environment;
  }

  static String key(String plugin, String name) {
    return "hotdesk.plugin." + plugin + ".secret." + name;
  }

  @Override
  public Optional<String> find(String plugin, String name) {
    var key = key(plugin, name);
    return config
        .apply(key)
        .filter(value -> !value.isBlank())
        .map(
            value ->
                value.startsWith(VARIABLE)
                    ? variable(key, value.substring(VARIABLE.length()))
                    : value.startsWith(FILE) ? file(key, value.substring(FILE.length())) : value);
  }

  private String variable(String key, String name) {
    var value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "%s names the environment variable %s, which is not set; wanted one that is: set it where the server is started"
              .formatted(key, name));
    }
    return value;
  }

  private static String file(String key, String name) {
    try {
      var path = Path.of(name);
      if (Files.size(path) > LONGEST) {
        throw new IllegalStateException(
            "%s names the file %s, which has more than %,d bytes; wanted a secret: name another file"
                .formatted(key, name, LONGEST));
      }
      var value = Files.readString(path).strip();
      if (value.isEmpty()) {
        throw new IllegalStateException(
            "%s names the file %s, which is empty; wanted the secret in it: write it there"
                .formatted(key, name));
      }
      return value;
    } catch (IOException | InvalidPathException e) {
      // Without the cause's words: a wrong path may be the secret itself.
      throw new IllegalStateException(
          "%s names a file that cannot be read (%s); wanted one that the server may read: correct it"
              .formatted(key, e.getClass().getSimpleName()));
    }
  }
}

package dev.hotdesk.server.plugins;

import dev.hotdesk.api.Config;
import dev.hotdesk.capability.PluginConfigs;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.verify.Permission;
import dev.hotdesk.verify.Permissions;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.jar.JarFile;

/**
 * Settles plugins' settings: what an admin gave at the desk, over what the server's configuration
 * says, over the defaults of the schema in the jar.
 */
final class SettledConfigs implements PluginConfigs {

  private static final String SCHEMA = "config.schema.json";

  private final StoredSettings store;
  private final Function<String, Optional<String>> config;
  private final Map<String, Known> plugins = new ConcurrentHashMap<>();

  /**
   * Settles out of these.
   *
   * @param config what the server's configuration has under a key, just as it is written
   */
  SettledConfigs(StoredSettings store, Function<String, Optional<String>> config) {
    this.store = store;
    this.config = config;
  }

  /**
   * What is known of a plugin from its jar.
   *
   * @param schema of its settings
   * @param permissions that it asks for
   */
  record Known(ConfigSchema schema, Permissions permissions) {

    List<String> secrets() {
      return permissions.all().stream()
          .filter(each -> each.kind() == Permission.Kind.SECRET)
          .map(Permission::value)
          .toList();
    }
  }

  static String key(String plugin, String setting) {
    return "hotdesk.plugin." + plugin + ".config." + setting;
  }

  @Override
  public Config settle(PluginJar jar) throws RefusedJarException {
    var schema = schema(jar);
    plugins.put(jar.id(), new Known(schema, jar.permissions()));
    var values = values(jar.id(), schema, store.find(jar.id()).json());
    var problems = schema.check(values);
    if (!problems.isEmpty()) {
      var first = problems.getFirst();
      throw new RefusedJarException(
          "%s %s cannot be active, as %s: set it for the plugin in the admin console, or %s in the server's configuration%s."
              .formatted(
                  jar.id(),
                  jar.version(),
                  first,
                  key(jar.id(), first.key().isEmpty() ? "…" : first.key()),
                  problems.size() == 1
                      ? ""
                      : "; %d more are wrong".formatted(problems.size() - 1)));
    }
    return new JsonConfig(values);
  }

  /** What is known of a plugin, since a jar of it was last to be activated. */
  Optional<Known> known(String plugin) {
    return Optional.ofNullable(plugins.get(plugin));
  }

  /** What a plugin sees if this is given. What the schema does not know is left out. */
  JsonObject values(String plugin, ConfigSchema schema, String given) {
    var chosen = Json.read(given);
    var values = new LinkedHashMap<String, JsonValue>();
    schema
        .shapes()
        .forEach(
            (key, shape) -> {
              var value = chosen.get(key);
              if (value == null) {
                value =
                    config
                        .apply(key(plugin, key))
                        .filter(text -> !text.isBlank())
                        .map(shape::read)
                        .orElse(shape.otherwise());
              }
              if (value != null) {
                values.put(key, value);
              }
            });
    return Words.object(values);
  }

  /** Why this cannot be given. */
  List<Problem> checkGiven(String plugin, ConfigSchema schema, String given) {
    if (given.length() > ConfigSchema.LONGEST) {
      return List.of(
          new Problem(
              "",
              "the settings have %,d characters".formatted(given.length()),
              "at most %,d".formatted(ConfigSchema.LONGEST)));
    }
    JsonObject object;
    try {
      object = Json.read(given);
    } catch (JsonException e) {
      return List.of(new Problem("", "the settings are no JSON object", "one"));
    }
    var problems = new ArrayList<Problem>();
    for (var key : object.keySet()) {
      if (!schema.shapes().containsKey(key)) {
        problems.add(
            new Problem(
                key,
                "unknown",
                schema.shapes().isEmpty()
                    ? "none, as the plugin has no settings"
                    : "one of " + String.join(", ", schema.shapes().keySet())));
      }
    }
    problems.addAll(schema.check(values(plugin, schema, given)));
    return problems;
  }

  private static ConfigSchema schema(PluginJar jar) throws RefusedJarException {
    try (var file = new JarFile(jar.path().toFile())) {
      var entry = file.getEntry(SCHEMA);
      if (entry == null) {
        return ConfigSchema.NONE;
      }
      try (var in = file.getInputStream(entry)) {
        var bytes = in.readNBytes(ConfigSchema.LONGEST + 1);
        if (bytes.length > ConfigSchema.LONGEST) {
          throw new IllegalArgumentException(
              "it has more than %,d bytes".formatted(ConfigSchema.LONGEST));
        }
        return ConfigSchema.of(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedJarException(
          "%s %s has a %s that cannot be used: %s; wanted a JSON Schema of an object that makes a form: correct it in the jar."
              .formatted(jar.id(), jar.version(), SCHEMA, e.getMessage()));
    }
  }
}

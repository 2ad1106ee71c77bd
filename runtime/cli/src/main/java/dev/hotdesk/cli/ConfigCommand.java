package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** How a plugin is set. */
@Command(name = "config")
@SuppressWarnings("NullAway.Init") // picocli does
final class ConfigCommand {

  @ParentCommand PluginCommand plugin;

  @Command
  int get(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String id) {
    plugin.main.terminal().show(plugin.main.server().get(path(id)), ConfigCommand::words);
    return 0;
  }

  @Command
  int set(
      @Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String id,
      @Parameters(arity = "1..*", paramLabel = "KEY=VALUE", descriptionKey = "config.values")
          Map<String, String> values) {
    var server = plugin.main.server();
    var now = server.get(path(id));
    var given = Json.createObjectBuilder(now.getJsonObject("given"));
    values.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            given.remove(key);
          } else {
            given.add(key, value(value));
          }
        });
    var wish =
        Json.createObjectBuilder().add("given", given).add("revision", now.get("revision")).build();
    var saved = server.answer("PUT", path(id), wish, List.of(422));
    plugin.main.terminal().show(saved, it -> saved(id, it));
    return saved.getBoolean("saved") ? 0 : Main.FAILED;
  }

  private static String path(String id) {
    return "admin/plugins/" + Server.word(id) + "/config";
  }

  /** JSON if it is some, else text. */
  private static JsonValue value(String typed) {
    try (var reader = Json.createReader(new StringReader(typed))) {
      return reader.readValue();
    } catch (JsonException e) {
      return Json.createValue(typed);
    }
  }

  private static String saved(String id, JsonObject saved) {
    return saved.getBoolean("saved")
        ? Texts.text("config-saved", id, text(saved, "revision"))
        : problems(saved);
  }

  private static String words(JsonObject config) {
    var values =
        config.getJsonObject("values").entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue() + "\n")
            .collect(Collectors.joining());
    var secrets =
        Terminal.objects(config, "secrets").stream()
            .map(
                it ->
                    Texts.text(
                            it.getBoolean("isSet") ? "secret-set" : "secret-missing",
                            text(it, "name"),
                            text(it, "key"))
                        + "\n")
            .collect(Collectors.joining());
    return values
        + secrets
        + problems(config)
        + Texts.text("config-revision", text(config, "revision"));
  }

  private static String problems(JsonObject config) {
    return Terminal.objects(config, "problems").stream()
        .map(it -> Texts.text("problem", text(it, "key"), text(it, "found"), text(it, "wanted")))
        .map(it -> "✖ " + it + "\n")
        .collect(Collectors.joining());
  }
}

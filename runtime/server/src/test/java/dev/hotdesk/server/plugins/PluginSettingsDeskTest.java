package dev.hotdesk.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Config;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.server.plugins.PluginSettingsDesk.Permitted;
import dev.hotdesk.server.plugins.PluginSettingsDesk.Saved;
import dev.hotdesk.server.plugins.PluginSettingsDesk.SecretState;
import dev.hotdesk.verify.Permissions;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginSettingsDeskTest {

  private static final String ME = "agent-hours";
  private static final String PREFIX = "hotdesk.plugin.agent-hours.config.";
  private static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "days": {"type": "integer", "minimum": 1, "maximum": 60, "default": 14,
                   "title": "Days to return", "title_zh": "退货天数"},
          "rate": {"type": "number", "exclusiveMinimum": 0},
          "greeting": {"type": "string", "minLength": 1, "maxLength": 10},
          "level": {"type": "string", "enum": ["low", "high"], "default": "low"},
          "code": {"type": "string", "pattern": "^[A-Z]{2}$"},
          "from": {"type": "string", "format": "date"},
          "open": {"type": "boolean", "default": true},
          "tags": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "maxItems": 2},
          "needed": {"type": "string"}
        },
        "required": ["needed"]
      }
      """;

  @TempDir Path folder;
  private final Map<String, String> config = new HashMap<>();
  private final List<String> changed = new ArrayList<>();
  private final PluginLogs logs = new PluginLogs(Clock.systemUTC());
  private final StoredSettings store = new StoredSettings(Databases.h2(), Clock.systemUTC());
  private final SettledConfigs configs = new SettledConfigs(store, this::configured);
  private final PluginSettingsDesk desk =
      new PluginSettingsDesk(
          configs, store, new ConfigSecrets(this::configured, _ -> null), logs, changed::add);

  private Optional<String> configured(String key) {
    return Optional.ofNullable(config.get(key));
  }

  private Config settle(String schema) throws RefusedJarException {
    return configs.settle(jar(schema, ""));
  }

  private Config settle() {
    try {
      return settle(SCHEMA);
    } catch (RefusedJarException e) {
      throw new AssertionError(e);
    }
  }

  private PluginJar jar(String schema, String permissions) {
    var file = folder.resolve("plugin.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new ZipEntry(schema.isEmpty() ? "other" : "config.schema.json"));
      jar.write(schema.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PluginJar(
        file,
        "00",
        ME,
        "1.2.0",
        "",
        "",
        List.of(),
        Permissions.parse(permissions),
        List.of(),
        Policy.DEFAULT,
        Optional.empty(),
        List.of());
  }

  @Test
  void a_plugin_without_a_required_setting_is_not_activated_and_the_admin_is_told_which() {
    assertThatThrownBy(() -> settle(SCHEMA))
        .isInstanceOf(RefusedJarException.class)
        .hasMessage(
            "agent-hours 1.2.0 cannot be active, as the setting needed is missing; wanted a text:"
                + " set it for the plugin in the admin console, or"
                + " hotdesk.plugin.agent-hours.config.needed in the server's configuration.");
    assertThat(desk.settings(ME).orElseThrow().problems())
        .containsExactly(new Problem("needed", "missing", "a text"));
  }

  @Test
  void what_an_admin_gave_is_over_the_configuration_which_is_over_the_defaults() {
    config.put(PREFIX + "needed", "configured");
    config.put(PREFIX + "days", "20");
    assertThat(settle().json())
        .isEqualTo("{\"days\":20,\"level\":\"low\",\"open\":true,\"needed\":\"configured\"}");

    desk.save(ME, "{\"days\":30}", 0, "amy");
    var settled = settle();
    assertThat(settled.number("days")).isEqualTo(30);
    assertThat(settled.text("needed")).isEqualTo("configured");
    assertThat(settled.flag("open")).isTrue();
    assertThat(settled.has("rate")).isFalse();
  }

  @Test
  void texts_of_the_configuration_become_what_the_schema_says() {
    Map.of("needed", "12", "rate", " 1.5 ", "open", "false", "tags", "a, b")
        .forEach((key, value) -> config.put(PREFIX + key, value));

    var settled = settle();
    assertThat(settled.text("needed")).isEqualTo("12");
    assertThat(settled.flag("open")).isFalse();
    assertThat(settled.texts("tags")).containsExactly("a", "b");
    assertThat(settled.json()).contains("\"rate\":1.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "days     | 0        | \"0\"→0            | a whole number from 1 to 60",
        "days     | many     | \"many\"           | a whole number from 1 to 60",
        "days     | 1.5      | \"1.5\"            | a whole number from 1 to 60",
        "rate     | 0        | 0                  | a number above 0",
        "greeting | 12345678901 | \"12345678901\" | a text from 1 to 10 characters",
        "level    | middle   | \"middle\"         | one of \"low\", \"high\"",
        "code     | ABC      | \"ABC\"            | a text that matches ^[A-Z]{2}$",
        "from     | tomorrow | \"tomorrow\"       | a text in the form of a date",
        "open     | yes      | \"yes\"            | true or false",
        "tags     | a,c      | [\"a\",\"c\"]      | a list of texts of at most 2 items, each one of"
            + " \"a\", \"b\"",
        "tags     | a,b,a    | [\"a\",\"b\",\"a\"] | a list of texts of at most 2 items, each one"
            + " of \"a\", \"b\""
      })
  void a_wrong_setting_is_named_with_what_was_found_and_what_is_wanted(
      String key, String value, String found, String wanted) {
    config.put(PREFIX + "needed", "x");
    config.put(PREFIX + key, value);

    assertThatThrownBy(() -> settle(SCHEMA))
        .isInstanceOf(RefusedJarException.class)
        .hasMessageContaining(
            "the setting %s is %s; wanted %s:".formatted(key, found.replaceAll(".*→", ""), wanted));
  }

  @Test
  void what_is_given_wrongly_is_not_kept() {
    config.put(PREFIX + "needed", "x");
    settle();

    var saved = desk.save(ME, "{\"days\":0,\"dayz\":1}", 0, "amy");
    assertThat(saved)
        .isEqualTo(
            new Saved.Wrong(
                List.of(
                    new Problem(
                        "dayz",
                        "unknown",
                        "one of days, rate, greeting, level, code, from, open, tags, needed"),
                    new Problem("days", "0", "a whole number from 1 to 60"))));
    assertThat(desk.check(ME, "[]"))
        .containsExactly(new Problem("", "the settings are no JSON object", "one"));
    assertThat(desk.settings(ME).orElseThrow().given()).isEqualTo("{}");
    assertThat(changed).isEmpty();
  }

  @Test
  void what_is_given_well_is_kept_and_the_plugin_begins_anew() {
    config.put(PREFIX + "needed", "x");
    settle();

    assertThat(desk.save(ME, "{\"days\":7}", 0, "amy")).isEqualTo(new Saved.Done(1));
    assertThat(changed).containsExactly(ME);
    assertThat(desk.save(ME, "{\"days\":8}", 0, "sue")).isEqualTo(new Saved.Stale(1, "amy"));
    assertThat(changed).containsExactly(ME);
    var settings = desk.settings(ME).orElseThrow();
    assertThat(settings.given()).isEqualTo("{\"days\":7}");
    assertThat(settings.by()).isEqualTo("amy");
    assertThat(settings.values()).contains("\"days\":7").contains("\"needed\":\"x\"");
    assertThat(settings.schema()).isEqualTo(SCHEMA);
  }

  @Test
  void a_setting_that_a_new_version_no_longer_has_does_no_harm() throws RefusedJarException {
    config.put(PREFIX + "needed", "x");
    settle();
    desk.save(ME, "{\"days\":7}", 0, "amy");

    assertThat(settle("{\"type\":\"object\",\"properties\":{}}").json()).isEqualTo("{}");
    assertThat(settle("").json()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | it is no JSON object",
        "[] | it is no JSON object",
        "{\"type\":\"array\"} | its type is not",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}}} | the setting a has a"
            + " type that makes no field",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}"
            + " | the setting a has a type that makes no field",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://x.example/\"}}} | the"
            + " setting a has a type that makes no field",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":\"x\"}}} |"
            + " it is no JSON Schema",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"default\":\"x\"}}} | by"
            + " default, the setting a is \"x\"; wanted a whole number",
        "{\"type\":\"object\",\"required\":[\"b\"],\"properties\":{}} | the setting b is required,"
            + " but not among the properties"
      })
  void a_schema_that_makes_no_form_is_refused(String schema, String words) {
    assertThatThrownBy(() -> settle(schema))
        .isInstanceOf(RefusedJarException.class)
        .hasMessageStartingWith("agent-hours 1.2.0 has a config.schema.json that cannot be used:")
        .hasMessageContaining(words);
  }

  @Test
  void asking_for_a_setting_of_another_kind_is_the_plugins_fault_and_told_so() {
    config.put(PREFIX + "needed", "x");
    var settled = settle();

    assertThatThrownBy(() -> settled.number("needed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The setting needed is \"x\"; wanted a whole number");
    assertThatThrownBy(() -> settled.text("rate")).hasMessageContaining("has no value");
    assertThatThrownBy(() -> settled.flag("days")).hasMessageContaining("true or false");
    assertThatThrownBy(() -> settled.texts("days")).hasMessageContaining("a list of texts");
    assertThatThrownBy(() -> settled.text("days")).hasMessageContaining("a text");
  }

  @Test
  void permissions_and_secrets_are_told_without_any_secret() throws RefusedJarException {
    configs.settle(jar("", "storage, secret:api-key, secret:other, secret:lost"));
    config.put("hotdesk.plugin.agent-hours.secret.api-key", "p4ss");
    config.put("hotdesk.plugin.agent-hours.secret.lost", "env:NOWHERE");

    assertThat(desk.permissions(ME))
        .contains(new Permitted("storage", "在自己的存储空间里保存数据。", "Keeps data in a store of its own."))
        .hasSize(4);
    assertThat(desk.secrets(ME))
        .containsExactly(
            new SecretState("api-key", "hotdesk.plugin.agent-hours.secret.api-key", true),
            new SecretState("lost", "hotdesk.plugin.agent-hours.secret.lost", false),
            new SecretState("other", "hotdesk.plugin.agent-hours.secret.other", false));
  }

  @Test
  void of_a_plugin_that_nobody_knows_there_is_nothing_to_tell() {
    assertThat(desk.settings("ghost")).isEmpty();
    assertThat(desk.permissions("ghost")).isEmpty();
    assertThat(desk.secrets("ghost")).isEmpty();
    assertThat(desk.log("ghost", 0)).isEmpty();
    assertThat(desk.save("ghost", "{}", 0, "amy")).isEqualTo(new Saved.Unknown());
  }
}

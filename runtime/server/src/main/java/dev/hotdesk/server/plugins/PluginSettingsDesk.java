package dev.hotdesk.server.plugins;

import dev.hotdesk.api.Language;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.capability.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where an admin sees what a plugin may do and how it is set, and changes its settings. It knows
 * each plugin from the jar of it that was last to be activated, also if that was refused. Who may
 * come here, and the audit trail, are the caller's concern. Any thread; may wait for the database.
 */
public final class PluginSettingsDesk {

  private final SettledConfigs configs;
  private final StoredSettings store;
  private final Secrets secrets;
  private final PluginLogs logs;
  private final Consumer<String> changed;

  /**
   * A desk.
   *
   * @param changed is told the id of a plugin whose settings have changed
   */
  PluginSettingsDesk(
      SettledConfigs configs,
      StoredSettings store,
      Secrets secrets,
      PluginLogs logs,
      Consumer<String> changed) {
    this.configs = configs;
    this.store = store;
    this.secrets = secrets;
    this.logs = logs;
    this.changed = changed;
  }

  /**
   * A permission that a plugin's manifest asks for.
   *
   * @param permission as the manifest writes it
   * @param zh a sentence for an admin, in Chinese
   * @param en the same in English
   */
  public record Permitted(String permission, String zh, String en) {}

  /**
   * How a plugin is set.
   *
   * @param schema the {@code config.schema.json} of its jar; {@code {}} if it has none
   * @param given what an admin gave at this desk, a JSON object
   * @param values what the plugin sees: with the server's configuration and the defaults
   * @param revision of what was given; 0 if nothing was
   * @param changed when it was given; the epoch if it was not
   * @param by whose doing that was, or empty
   * @param problems why the plugin cannot be active with these values; empty if it can
   */
  public record Settings(
      String schema,
      String given,
      String values,
      long revision,
      Instant changed,
      String by,
      List<Problem> problems) {}

  /**
   * A secret that a plugin asks for. The value is never told.
   *
   * @param name as in the permission
   * @param key where an admin sets it, in the server's configuration
   * @param isSet whether it is
   */
  public record SecretState(String name, String key, boolean isSet) {}

  /** What became of settings that were given. */
  public sealed interface Saved {

    /** They are kept, and the plugin is about to begin anew with them. */
    record Done(long revision) implements Saved {}

    /** Somebody else has changed them since this revision was read. */
    record Stale(long revision, String by) implements Saved {}

    /** They are not as the plugin wants them. */
    record Wrong(List<Problem> problems) implements Saved {}

    /** There is no plugin of that id. */
    record Unknown() implements Saved {}
  }

  /** What a plugin may do; empty if it asks for nothing or is not known. */
  public List<Permitted> permissions(String plugin) {
    return configs.known(plugin).stream()
        .flatMap(known -> known.permissions().all().stream())
        .map(
            each ->
                new Permitted(
                    each.toString(), each.describe(Language.ZH), each.describe(Language.EN)))
        .toList();
  }

  /** How a plugin is set; empty if there is no plugin of that id. */
  public Optional<Settings> settings(String plugin) {
    return configs
        .known(plugin)
        .map(
            known -> {
              var given = store.find(plugin);
              var values = configs.values(plugin, known.schema(), given.json());
              return new Settings(
                  known.schema().text(),
                  given.json(),
                  values.toString(),
                  given.revision(),
                  given.changed(),
                  given.by(),
                  known.schema().check(values));
            });
  }

  /**
   * Why a plugin cannot be set like this; empty if it can.
   *
   * @param json a JSON object with what is to be given
   */
  public List<Problem> check(String plugin, String json) {
    return configs
        .known(plugin)
        .map(known -> configs.checkGiven(plugin, known.schema(), json))
        .orElse(List.of());
  }

  /**
   * Sets a plugin, which then begins anew: a generation with these settings takes over between two
   * messages.
   *
   * @param json a JSON object; what it does not name has its default
   * @param revision the one that was read before
   * @param by who does it
   */
  public Saved save(String plugin, String json, long revision, String by) {
    if (configs.known(plugin).isEmpty()) {
      return new Saved.Unknown();
    }
    var problems = check(plugin, json);
    if (!problems.isEmpty()) {
      return new Saved.Wrong(problems);
    }
    if (!store.replace(plugin, json, revision, by)) {
      var now = store.find(plugin);
      return new Saved.Stale(now.revision(), now.by());
    }
    changed.accept(plugin);
    return new Saved.Done(revision + 1);
  }

  /** The secrets that a plugin asks for. */
  public List<SecretState> secrets(String plugin) {
    return configs.known(plugin).stream()
        .flatMap(known -> known.secrets().stream())
        .map(name -> new SecretState(name, ConfigSecrets.key(plugin, name), isSet(plugin, name)))
        .toList();
  }

  private boolean isSet(String plugin, String name) {
    try {
      return secrets.find(plugin, name).isPresent();
    } catch (IllegalStateException e) {
      return false; // it is named, but leads nowhere
    }
  }

  /** The latest lines of a plugin after one, oldest first; 0 for all that are kept. */
  public List<PluginLogs.Line> log(String plugin, long after) {
    return logs.tail(plugin, after);
  }
}

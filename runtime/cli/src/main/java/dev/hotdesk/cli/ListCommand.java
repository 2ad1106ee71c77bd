package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows all plugins in a table. */
@Command(name = "list")
@SuppressWarnings("NullAway.Init") // picocli does
final class ListCommand implements Callable<Integer> {

  static final List<Terminal.Column> COLUMNS =
      List.of(
          new Terminal.Column("PLUGIN", it -> text(it, "plugin")),
          new Terminal.Column("VERSION", it -> text(it, "version")),
          new Terminal.Column("GENERATION", it -> "g" + text(it, "generation")),
          new Terminal.Column("STATE", it -> text(it, "state")),
          new Terminal.Column("TRAFFIC", it -> text(it, "share") + "%"),
          new Terminal.Column("HEALTH", it -> text(it, "health")),
          new Terminal.Column("P95", it -> text(it, "p95_ms") + " ms"),
          new Terminal.Column("CALLS", it -> text(it, "calls")),
          new Terminal.Column("FAULTS", it -> text(it, "faults")));

  private static final Set<String> APART =
      Set.of("REJECTED", "HELD", "QUARANTINED", "WAITING", "DISABLED");

  @ParentCommand PluginCommand plugin;

  @Override
  public Integer call() {
    plugin.main.terminal().show(plugin.main.server().get("admin/plugins"), ListCommand::words);
    return 0;
  }

  private static String words(JsonObject all) {
    return Terminal.table(Terminal.objects(all, "plugins"), COLUMNS)
        + rollout(all)
        + apart(Terminal.objects(all, "drops"));
  }

  static String rollout(JsonObject all) {
    if (!(all.get("rollout") instanceof JsonObject rollout)) {
      return "";
    }
    var members =
        Terminal.objects(rollout, "members").stream()
            .map(it -> text(it, "plugin") + " " + text(it, "from") + " → " + text(it, "to"))
            .collect(Collectors.joining(", "));
    return "\n%s: %s, %s %% %s\n"
        .formatted(
            members, text(rollout, "stage"), text(rollout, "percent"), text(rollout, "note"));
  }

  /** The files that do not serve, and why. */
  static String apart(List<JsonObject> drops) {
    return drops.stream()
        .filter(it -> APART.contains(text(it, "state")))
        .map(
            it ->
                "\n✖ %s %s: %s".formatted(text(it, "file"), text(it, "state"), text(it, "reason")))
        .collect(Collectors.joining());
  }
}

package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows one plugin with its history, or how the house stands. */
@Command(name = "status")
@SuppressWarnings("NullAway.Init") // picocli does
final class StatusCommand implements Callable<Integer> {

  @ParentCommand PluginCommand plugin;

  @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "status.id", defaultValue = "")
  String id;

  @Override
  public Integer call() {
    var server = plugin.main.server();
    if (id.isEmpty()) {
      plugin.main.terminal().show(server.get("admin/overview"), StatusCommand::house);
    } else {
      plugin.main.terminal().show(server.get("admin/plugins/" + Server.word(id)), it -> one(it));
    }
    return 0;
  }

  private static String house(JsonObject overview) {
    var health =
        Terminal.objects(overview, "health").stream()
            .map(
                it ->
                    "  %s %s %s"
                        .formatted(
                            it.getBoolean("up") ? "✔" : "✖", text(it, "name"), text(it, "detail"))
                        .stripTrailing())
            .collect(Collectors.joining("\n"));
    return "Hotdesk %s, %s s\n%s"
        .formatted(text(overview, "version"), text(overview, "uptime_s"), health);
  }

  private static String one(JsonObject plugin) {
    var generations = Terminal.objects(plugin, "generations");
    return Terminal.table(generations, ListCommand.COLUMNS)
        + ListCommand.rollout(plugin)
        + generations.stream().map(StatusCommand::more).collect(Collectors.joining())
        + ListCommand.apart(Terminal.objects(plugin, "drops"));
  }

  private static String more(JsonObject generation) {
    var lines =
        List.of("last_fault", "note").stream()
            .filter(name -> !text(generation, name).isEmpty())
            .map(name -> "\ng" + text(generation, "generation") + ": " + text(generation, name))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : lines + "\n";
  }
}

package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows retired plugins that are still in memory; it fails if one has leaked. */
@Command(name = "leaks")
@SuppressWarnings("NullAway.Init") // picocli does
final class LeaksCommand implements Callable<Integer> {

  private static final List<Terminal.Column> COLUMNS =
      List.of(
          new Terminal.Column("PLUGIN", it -> text(it, "plugin")),
          new Terminal.Column("VERSION", it -> text(it, "version")),
          new Terminal.Column("GENERATION", it -> "g" + text(it, "generation")),
          new Terminal.Column("LEAKED", it -> text(it, "leaked")),
          new Terminal.Column("SINCE", it -> text(it, "since")),
          new Terminal.Column("HELD BY", it -> text(it, "culprit")));

  @ParentCommand PluginCommand plugin;

  @Override
  public Integer call() {
    var leaks = plugin.main.server().get("admin/leaks");
    plugin.main.terminal().show(leaks, LeaksCommand::words);
    var leaked =
        Terminal.objects(leaks, "remnants").stream().anyMatch(it -> it.getBoolean("leaked"));
    return leaked ? Main.FAILED : 0;
  }

  private static String words(JsonObject leaks) {
    var remnants = Terminal.objects(leaks, "remnants");
    var count = Texts.text("loaders-alive", text(leaks, "loaders_alive"));
    return remnants.isEmpty() ? count : count + "\n\n" + Terminal.table(remnants, COLUMNS);
  }
}

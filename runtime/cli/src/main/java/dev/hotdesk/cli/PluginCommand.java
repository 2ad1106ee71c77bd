package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Plugins: looking at them, installing them, and deciding about their versions. */
@Command(
    name = "plugin",
    subcommands = {
      VerifyCommand.class,
      InstallCommand.class,
      ListCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ConfigCommand.class,
      TrustCommand.class,
      DeadLettersCommand.class,
      LeaksCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli does
final class PluginCommand {

  @ParentCommand Main main;

  @Command
  int canary(
      @Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin,
      @Parameters(paramLabel = "PERCENT", descriptionKey = "percent") int percent) {
    return decide(plugin, "canary?percent=" + percent);
  }

  @Command
  int shadow(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "shadow");
  }

  @Command
  int promote(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "promote");
  }

  @Command
  int hold(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "hold");
  }

  @Command
  int rollback(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "rollback");
  }

  @Command
  int confirm(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "confirm");
  }

  @Command
  int enable(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "enable");
  }

  @Command
  int disable(@Parameters(paramLabel = "ID", descriptionKey = "plugin.id") String plugin) {
    return decide(plugin, "disable");
  }

  private int decide(String plugin, String decision) {
    var decided = main.server().post("admin/plugins/" + Server.word(plugin) + "/" + decision);
    main.terminal()
        .show(decided, it -> Texts.text("decided", text(it, "plugin"), text(it, "decision")));
    return 0;
  }
}

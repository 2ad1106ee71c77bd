package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What plugins' functions failed at for good. */
@Command(name = "dead-letters")
@SuppressWarnings("NullAway.Init") // picocli does
final class DeadLettersCommand {

  private static final List<Terminal.Column> COLUMNS =
      List.of(
          new Terminal.Column("ID", it -> text(it, "id")),
          new Terminal.Column("PLUGIN", it -> text(it, "plugin")),
          new Terminal.Column("FUNCTION", it -> text(it, "function")),
          new Terminal.Column("KIND", it -> text(it, "kind")),
          new Terminal.Column("ATTEMPTS", it -> text(it, "attempts")),
          new Terminal.Column("DIED", it -> text(it, "died")),
          new Terminal.Column("ERROR", it -> text(it, "error")));

  @ParentCommand PluginCommand plugin;

  @Command
  int list(
      @Parameters(
              arity = "0..1",
              paramLabel = "ID",
              descriptionKey = "letters.plugin",
              defaultValue = "")
          String id) {
    plugin
        .main
        .terminal()
        .show(
            plugin.main.server().get("admin/dead-letters?plugin=" + Server.word(id)),
            DeadLettersCommand::words);
    return 0;
  }

  @Command
  int replay(
      @Parameters(arity = "0..1", paramLabel = "LETTER", descriptionKey = "letters.letter")
          Long letter,
      @Option(names = "--plugin", paramLabel = "ID", descriptionKey = "letters.all") String all) {
    if ((letter == null) == (all == null)) {
      plugin.main.terminal().err().println(Texts.text("one-or-all"));
      return Main.USED_WRONGLY;
    }
    var path = all == null ? letter + "/replay" : "replay?plugin=" + Server.word(all);
    var done = plugin.main.server().post("admin/dead-letters/" + path);
    plugin.main.terminal().show(done, it -> Texts.text("replayed", text(it, "replayed")));
    return 0;
  }

  private static String words(JsonObject all) {
    return Terminal.table(Terminal.objects(all, "letters"), COLUMNS);
  }
}

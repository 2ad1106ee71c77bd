package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Whose plugins may run. */
@Command(name = "trust")
@SuppressWarnings("NullAway.Init") // picocli does
final class TrustCommand {

  private static final List<Terminal.Column> COLUMNS =
      List.of(
          new Terminal.Column("STANDING", it -> text(it, "standing")),
          new Terminal.Column("KIND", it -> text(it, "kind")),
          new Terminal.Column("NAME", it -> text(it, "name")),
          new Terminal.Column("FINGERPRINT", it -> text(it, "fingerprint")));

  @ParentCommand PluginCommand plugin;

  @Command
  int list() {
    plugin.main.terminal().show(plugin.main.server().get("admin/trust"), TrustCommand::words);
    return 0;
  }

  @Command
  int add(
      @Parameters(paramLabel = "FINGERPRINT|FILE", descriptionKey = "trust.signer") String signer,
      @Option(names = "--name", required = true, descriptionKey = "trust.name") String name)
      throws IOException {
    var wish = Json.createObjectBuilder().add("name", name);
    if (Files.isRegularFile(Path.of(signer))) {
      wish.add("certificate", Files.readString(Path.of(signer)));
    } else {
      wish.add("fingerprint", signer);
    }
    var held = plugin.main.server().send("POST", "admin/trust", wish.build());
    plugin.main.terminal().show(held, TrustCommand::one);
    return 0;
  }

  @Command
  int revoke(
      @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "trust.fingerprint")
          String fingerprint,
      @Option(names = "--jar", descriptionKey = "trust.jar") boolean jar) {
    var held =
        plugin
            .main
            .server()
            .delete(
                "admin/trust/" + Server.word(fingerprint) + "?kind=" + (jar ? "jar" : "signer"));
    plugin.main.terminal().show(held, TrustCommand::one);
    return 0;
  }

  private static String words(JsonObject all) {
    return Terminal.table(Terminal.objects(all, "entries"), COLUMNS)
        + Texts.text("unsigned." + text(all, "unsigned"));
  }

  private static String one(JsonObject held) {
    return "%s %s %s"
        .formatted(text(held, "standing"), text(held, "name"), text(held, "fingerprint"));
  }
}

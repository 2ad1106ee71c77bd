package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets the server look at jars, and installs nothing. */
@Command(name = "verify")
@SuppressWarnings("NullAway.Init") // picocli does
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand PluginCommand plugin;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "jar")
  List<Path> files;

  @Override
  public Integer call() {
    var found = plugin.main.server().upload("admin/plugins/verify", files);
    plugin.main.terminal().show(found, VerifyCommand::words);
    return found.getBoolean("ok") ? 0 : Main.FAILED;
  }

  /** The check list of each file. */
  static String words(JsonObject found) {
    return Terminal.objects(found, "files").stream()
        .map(VerifyCommand::file)
        .collect(Collectors.joining("\n"));
  }

  private static String file(JsonObject file) {
    var known =
        text(file, "plugin").isEmpty()
            ? ""
            : "  " + text(file, "plugin") + " " + text(file, "version");
    var checks =
        Terminal.objects(file, "checks").stream()
            .map(it -> "  " + mark(it) + " " + text(it, "name") + ": " + text(it, "detail") + "\n")
            .collect(Collectors.joining());
    var permissions =
        file.get("asks") instanceof JsonObject asks
            ? Terminal.objects(asks, "permissions").stream()
                .map(it -> "  - %s: %s\n".formatted(text(it, "permission"), meaning(it)))
                .collect(Collectors.joining())
            : "";
    return text(file, "file")
        + known
        + "\n"
        + checks
        + (permissions.isEmpty() ? "" : "  " + Texts.text("asks-for") + "\n" + permissions);
  }

  private static String meaning(JsonObject permission) {
    return text(permission, Texts.isChinese() ? "zh" : "en");
  }

  private static String mark(JsonObject check) {
    return switch (text(check, "outcome")) {
      case "PASSED" -> "✔";
      case "WARNED" -> "!";
      default -> "✖";
    };
  }
}

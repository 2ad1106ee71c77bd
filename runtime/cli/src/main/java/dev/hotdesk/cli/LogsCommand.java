package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a plugin said lately, and goes on if wanted. */
@Command(name = "logs")
@SuppressWarnings("NullAway.Init") // picocli does
final class LogsCommand implements Callable<Integer> {

  private static final int WAIT = 20;

  @ParentCommand PluginCommand plugin;

  @Parameters(paramLabel = "ID", descriptionKey = "plugin.id")
  String id;

  @Option(
      names = {"-f", "--follow"},
      descriptionKey = "logs.follow")
  boolean follow;

  @Override
  public Integer call() {
    var server = plugin.main.server();
    var terminal = plugin.main.terminal();
    var path = "admin/plugins/" + Server.word(id) + "/logs?after=";
    var found = server.get(path + 0);
    show(terminal, found);
    var last = last(found, 0);
    while (follow && !terminal.out().checkError()) {
      found = server.get(path + last + "&wait=" + WAIT);
      show(terminal, found);
      last = last(found, last);
    }
    return 0;
  }

  /** While following, JSON is a line of its own each. */
  private void show(Terminal terminal, JsonObject found) {
    var lines = Terminal.objects(found, "lines");
    if (follow && terminal.isJson()) {
      lines.forEach(line -> terminal.out().println(line));
    } else if (!lines.isEmpty() || terminal.isJson()) {
      terminal.show(found, _ -> words(lines));
    }
  }

  private static long last(JsonObject found, long before) {
    var lines = Terminal.objects(found, "lines");
    return lines.isEmpty() ? before : lines.getLast().getJsonNumber("number").longValue();
  }

  private static String words(List<JsonObject> lines) {
    return lines.stream()
        .map(
            it ->
                "%s %-7s %s g%s %s"
                    .formatted(
                        text(it, "at"),
                        text(it, "level"),
                        text(it, "version"),
                        text(it, "generation"),
                        text(it, "text")))
        .collect(Collectors.joining("\n"));
  }
}

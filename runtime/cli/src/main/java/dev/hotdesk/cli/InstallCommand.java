package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Installs jars as one set, and waits until it is known what became of them. */
@Command(name = "install")
@SuppressWarnings("NullAway.Init") // picocli does
final class InstallCommand implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofMillis(200);

  @ParentCommand PluginCommand plugin;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "jar")
  List<Path> files;

  @Option(names = "--canary", paramLabel = "PERCENT", descriptionKey = "install.canary")
  @Nullable Integer canary;

  @Option(names = "--shadow", descriptionKey = "install.shadow")
  boolean shadow;

  @Option(names = "--direct", descriptionKey = "install.direct")
  boolean direct;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      descriptionKey = "install.wait",
      defaultValue = "60")
  int wait;

  @Override
  public Integer call() throws InterruptedException {
    var server = plugin.main.server();
    var terminal = plugin.main.terminal();
    var taken = server.upload("admin/plugins" + way(), files);
    terminal.tell(VerifyCommand.words(taken).stripTrailing());
    var wanted = Terminal.objects(taken, "files");
    long end = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
    var fates = fates(server, wanted);
    while (fates.stream().anyMatch(it -> isOpen(it)) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      fates = fates(server, wanted);
    }
    var result = Json.createObjectBuilder().add("drops", Json.createArrayBuilder(fates)).build();
    terminal.show(result, InstallCommand::words);
    return fates.stream().allMatch(InstallCommand::isGood) ? 0 : Main.FAILED;
  }

  private String way() {
    if (shadow || canary != null) {
      return "?rollout="
          + (shadow ? "shadow" : "canary")
          + (canary == null ? "" : "&percent=" + canary);
    }
    return direct ? "?rollout=direct" : "";
  }

  /** What became of each so far. */
  private static List<JsonObject> fates(Server server, List<JsonObject> wanted) {
    var now = server.get("admin/plugins");
    return wanted.stream().map(it -> fate(now, it)).toList();
  }

  private static JsonObject fate(JsonObject now, JsonObject wanted) {
    Optional<JsonObject> drop =
        Terminal.objects(now, "drops").stream()
            .filter(it -> text(it, "sha256").equals(text(wanted, "sha256")))
            .findFirst();
    return drop.orElseGet(
        () ->
            Json.createObjectBuilder()
                .add("file", text(wanted, "file"))
                .add("plugin", text(wanted, "plugin"))
                .add("version", text(wanted, "version"))
                .add("state", "LOADING")
                .add("reason", "")
                .build());
  }

  private static boolean isOpen(JsonObject drop) {
    return text(drop, "state").equals("LOADING");
  }

  private static boolean isGood(JsonObject drop) {
    return List.of("LIVE", "CANDIDATE").contains(text(drop, "state"));
  }

  private static String words(JsonObject result) {
    return Terminal.objects(result, "drops").stream()
        .map(
            it ->
                "%s %s: %s %s"
                    .formatted(
                        text(it, "plugin"),
                        text(it, "version"),
                        text(it, "state"),
                        text(it, "reason"))
                    .stripTrailing())
        .collect(Collectors.joining("\n"));
  }
}

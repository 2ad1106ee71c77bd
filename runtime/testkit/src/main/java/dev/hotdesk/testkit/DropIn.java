package dev.hotdesk.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts a plugin's jar into the plugin folder of a running Hotdesk, and waits for what becomes of
 * it. The parent POM runs it for {@code mvn package -Dhotdesk.drop=FOLDER}.
 *
 * <p>The jar appears in one step, with its hash beside it: so it is believed at once, and never
 * seen half-written.
 */
public final class DropIn {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LOOK_MILLIS = 10;

  private final Path jar;
  private final Path folder;
  private final String name;

  private DropIn(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
    this.name = jar.getFileName().toString();
  }

  /**
   * Drops a jar.
   *
   * @param args the jar, and the plugin folder
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("Wanted two words: a plugin's jar, and the plugin folder of a Hotdesk");
      System.exit(2);
    }
    var outcome = new DropIn(Path.of(args[0]), Path.of(args[1])).drop();
    System.out.println(outcome.sentence());
    System.exit(outcome.isLive() ? 0 : 1);
  }

  /** What became of it. */
  private record Outcome(boolean isLive, String sentence) {}

  private Outcome drop() throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      return new Outcome(
          false,
          "%s is no folder; wanted the plugin folder of a running Hotdesk, which it prints at its start: correct -Dhotdesk.drop."
              .formatted(folder));
    }
    var bytes = Files.readAllBytes(jar);
    var sha256 = Sha256.of(bytes);
    place(name + ".sha256", (sha256 + "\n").getBytes(StandardCharsets.UTF_8));
    place(name, bytes);
    return await(sha256, System.nanoTime());
  }

  private void place(String file, byte[] content) throws IOException {
    var unfinished = folder.resolve(file + ".part");
    Files.write(unfinished, content);
    Files.move(unfinished, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  private Outcome await(String sha256, long began) throws InterruptedException {
    var last = "nothing";
    while (System.nanoTime() - began < PATIENCE.toNanos()) {
      var note = note();
      if (field(note, "sha256").equals(sha256)) {
        last = field(note, "state");
        switch (last) {
          case "LIVE" -> {
            var took = (System.nanoTime() - began) / 1e9;
            return new Outcome(
                true, "%s serves, %.2f s after it was written.".formatted(name, took));
          }
          case "REJECTED", "ROLLED_BACK", "QUARANTINED" -> {
            return new Outcome(false, "Refused: " + field(note, "reason"));
          }
          case "SUPERSEDED" -> {
            return new Outcome(
                false,
                "%s does not serve: %s Raise the version in pom.xml."
                    .formatted(name, field(note, "reason")));
          }
          default -> {}
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return new Outcome(
        false,
        "%s lies in %s, but after %d s its note says %s; wanted LIVE: is this the folder of a Hotdesk that runs?"
            .formatted(name, folder, PATIENCE.toSeconds(), last));
  }

  private String note() {
    try {
      return Files.readString(folder.resolve(name + ".status.json"));
    } catch (IOException e) {
      return "";
    }
  }

  private static String field(String json, String field) {
    var found = Pattern.compile("\"" + field + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return Optional.of(found)
        .filter(it -> it.find())
        .map(it -> it.group(1).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"))
        .orElse("");
  }
}

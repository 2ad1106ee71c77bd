package dev.hotdesk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The terminal of a plugin's author: a folder and variables that last from one script to the next.
 */
final class Shell {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path home;
  private final Path state;

  /** A fresh one in the author's home. */
  Shell(Workshop workshop, Path plugins) throws IOException {
    home = workshop.home();
    state = Files.createTempFile(workshop.folder(), "shell", ".sh");
    Files.writeString(
        state,
        """
        export HOME='%s' HOTDESK='%s' PLUGINS='%s'
        export MAVEN_OPTS="-Dmaven.repo.local=%s ${MAVEN_OPTS:-}"
        export PATH='%s':"$PATH"
        cd ~
        """
            .formatted(home, workshop.source(), plugins, workshop.repository(), Workshop.maven()));
  }

  /** Runs a script to its end; it must succeed. */
  void run(String script) throws IOException, InterruptedException {
    System.out.println("$ " + script.strip().replace("\n", "\n$ "));
    var whole =
        """
        set -euo pipefail
        . '%1$s'
        %2$s
        { export -p; printf 'cd %%q\\n' "$PWD"; } > '%1$s'
        pwd > '%1$s.here'
        """
            .formatted(state, script);
    System.out.print(Command.run(home, PATIENCE, List.of("bash", "-c", whole)));
  }

  /** Where it stands. */
  Path here() throws IOException {
    return Path.of(Files.readString(Path.of(state + ".here")).strip());
  }
}

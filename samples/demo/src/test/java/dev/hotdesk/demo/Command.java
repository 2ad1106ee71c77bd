package dev.hotdesk.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands, as a person types them. */
final class Command {

  private Command() {}

  /** Runs a command to its end and gives what it wrote; it must succeed. */
  static String run(Path folder, Duration patience, List<String> words)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("command", ".txt");
    try {
      var process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(words + " took longer than " + patience);
      }
      var written = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new AssertionError(words + " ended with " + process.exitValue() + ":\n" + written);
      }
      return written;
    } finally {
      Files.deleteIfExists(output);
    }
  }
}

package dev.hotdesk.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * How long a server's collector stopped it.
 *
 * @param log where the virtual machine writes it down
 */
public record Pauses(Path log) implements AutoCloseable {

  private static final Pattern PAUSE = Pattern.compile("Pause .* ([0-9.]+)ms");

  /** What the virtual machine is started with. */
  public String argument() {
    return "-Xlog:gc:file=" + log + ":uptime:filecount=0";
  }

  /** The longest one; 0 of none. */
  public double longestMillis() throws IOException {
    try (var lines = Files.lines(log)) {
      return lines
          .map(PAUSE::matcher)
          .filter(java.util.regex.Matcher::find)
          .mapToDouble(found -> Double.parseDouble(found.group(1)))
          .max()
          .orElse(0);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(log);
  }
}

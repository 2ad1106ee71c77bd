package dev.hotdesk.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a server's collector stopped it.
 *
 * @param folder where each virtual machine writes it down, in a file of its own
 */
public record Pauses(Path folder) implements AutoCloseable {

  private static final Pattern PAUSE = Pattern.compile("Pause .* ([0-9.]+)ms");

  /** In a folder of its own. */
  public static Pauses open() throws IOException {
    return new Pauses(Files.createTempDirectory("hotdesk-gc-"));
  }

  /** What each virtual machine is started with. */
  public String argument() {
    return "-Xlog:gc:file=" + folder.resolve("%p.log") + ":uptime:filecount=0";
  }

  /** The longest one; 0 of none. */
  public double longestMillis() throws IOException {
    double longest = 0;
    try (var logs = Files.newDirectoryStream(folder)) {
      for (var log : logs) {
        longest = Math.max(longest, longestMillis(log));
      }
    }
    return longest;
  }

  private static double longestMillis(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines
          .map(PAUSE::matcher)
          .filter(Matcher::find)
          .mapToDouble(found -> Double.parseDouble(found.group(1)))
          .max()
          .orElse(0);
    }
  }

  @Override
  public void close() throws IOException {
    Release.delete(folder);
  }
}

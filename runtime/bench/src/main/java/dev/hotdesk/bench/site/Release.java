package dev.hotdesk.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What was built from this source tree. */
public final class Release {

  private Release() {}

  /** The root of the source tree: this directory or one above. */
  static Path root() {
    var here = Path.of("").toAbsolutePath();
    for (var folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("liberty-config"))) {
        return folder;
      }
    }
    throw new IllegalStateException("Not in Hotdesk's source tree: " + here);
  }

  /** What a customer unzips. */
  static Path home() {
    var home = root().resolve("liberty-config/target/hotdesk");
    if (Files.notExists(home.resolve("wlp"))) {
      throw new IllegalStateException("Not built: " + home);
    }
    return home;
  }

  /** The plugins that a customer unzips. */
  public static Path plugins() {
    return home().resolve("plugins");
  }

  /** Where measures may keep what they need again. */
  public static Path bench() {
    return root().resolve("runtime/bench/target");
  }

  /** The built file that begins and ends like this. */
  public static Path built(String folder, String begin, String end) {
    var target = root().resolve(folder);
    try (var files = Files.list(target)) {
      return files
          .filter(file -> isLike(file.getFileName().toString(), begin, end))
          .min(Comparator.naturalOrder())
          .orElseThrow(
              () -> new IllegalStateException("Not built: %s/%s*%s".formatted(target, begin, end)));
    } catch (IOException e) {
      throw new UncheckedIOException("Not built: " + target, e);
    }
  }

  private static boolean isLike(String name, String begin, String end) {
    return name.startsWith(begin)
        && name.endsWith(end)
        && !name.contains("-sources")
        && !name.contains("-javadoc")
        && !name.contains("-tests");
  }

  /** Deletes a folder with all in it. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

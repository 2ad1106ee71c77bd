package dev.hotdesk.bench.site;

import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A plugin of functions, made from its source. */
final class FunctionJar {

  private static final String VERSION = "1.0.0";
  private static final Pattern FUNCTION =
      Pattern.compile("public final class (\\w+) implements PluginFunction");

  private FunctionJar() {}

  /**
   * Writes it.
   *
   * @param manifest what its manifest says besides
   * @param source of all its functions, in the package bench
   */
  static Path of(String id, Map<String, String> manifest, String source, Path folder)
      throws IOException {
    var functions = FUNCTION.matcher(source).results().map(FunctionJar::named);
    var draft =
        PluginDraft.of(id, VERSION).compiled(source).extensions(functions.toArray(String[]::new));
    manifest.forEach(draft::manifest);
    return draft.into(Files.createDirectories(folder), id + "-" + VERSION + ".jar");
  }

  private static String named(MatchResult declared) {
    return "bench." + declared.group(1);
  }
}

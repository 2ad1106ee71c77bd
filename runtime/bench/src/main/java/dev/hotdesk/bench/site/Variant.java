package dev.hotdesk.bench.site;

import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** One more version of a plugin, which has learnt one more sentence: nothing of it is known yet. */
final class Variant {

  private static final String EXAMPLES = "intents/en.txt";

  private Variant() {}

  /** Writes the jar anew, as this version. */
  static Path of(Path jar, String version, Path folder) throws IOException {
    var draft = PluginDraft.of(jar).manifest("Plugin-Version", version);
    var examples = new String(draft.content(EXAMPLES), StandardCharsets.UTF_8);
    if (!examples.isEmpty()) {
      draft.entry(EXAMPLES, examples + learnt(version));
    }
    return draft.into(Files.createDirectories(folder), id(jar) + "-" + version + ".jar");
  }

  private static String id(Path jar) throws IOException {
    try (var source = new JarFile(jar.toFile())) {
      return source.getManifest().getMainAttributes().getValue("Plugin-Id");
    }
  }

  private static String learnt(String version) {
    return "\nwhere has my parcel of order " + version + " got to by now\n";
  }
}

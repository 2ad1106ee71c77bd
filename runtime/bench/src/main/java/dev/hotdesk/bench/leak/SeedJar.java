package dev.hotdesk.bench.leak;

import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs a seed as a plugin. */
final class SeedJar {

  private final Seed seed;

  SeedJar(Seed seed) {
    this.seed = seed;
  }

  /** Drops it as this version, whole at once. */
  void drop(Path plugins, String version) {
    PluginDraft.of(seed.kind(), version)
        .compiled(seed.source())
        .extensions("seed.Seed")
        .entry("intents/en.txt", "[hello]\nhello there\n")
        .into(plugins, file());
  }

  /** Takes it away. */
  void remove(Path plugins) throws IOException {
    Files.delete(plugins.resolve(file()));
  }

  private String file() {
    return seed.kind() + ".jar";
  }
}

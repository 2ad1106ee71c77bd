package dev.hotdesk.demo;

import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A plugin of functions, made on the spot.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param manifest what its manifest says besides
 * @param functions as {@link #function} gives them, by the simple names of their classes
 */
record TinyFunctions(
    String id, String version, Map<String, String> manifest, Map<String, String> functions) {

  /** Packs it in one folder and drops it. */
  Drop drop(Site site, Path folder) throws IOException {
    var drop = packed(site, folder);
    drop.copy();
    return drop;
  }

  /** Packs it in one folder, to be dropped. */
  Drop packed(Site site, Path folder) {
    var sources = new HashMap<String, String>();
    functions.forEach((name, body) -> sources.put(name, body.formatted(name)));
    var jar = new TinyJar(id, version, manifest, sources, Map.of()).pack(folder);
    return new Drop(jar, site.pluginFolder(), version);
  }

  /** The source of a function, but for its name. */
  static String function(String triggers, String run) {
    return """
    package tiny;
    import dev.hotdesk.api.*;
    import java.util.*;
    public final class %%s implements PluginFunction {
      static volatile int runs;
      @Override
      public List<Trigger> triggers() {
        return %s;
      }
      @Override
      public Outcome run(Invocation invocation, PluginContext context) {
        runs++;
        %s
      }
    }
    """
        .formatted(triggers, run);
  }

  /** The source of a function that answers {@code GET} under a path, but for its name. */
  static String get(String path, String run) {
    return function("List.of(new Trigger.OnHttp(\"GET\", \"%s\"))".formatted(path), run);
  }
}

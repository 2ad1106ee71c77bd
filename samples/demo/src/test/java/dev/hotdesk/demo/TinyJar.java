package dev.hotdesk.demo;

import dev.hotdesk.jarmaker.Compiled;
import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A plugin's jar made on the spot.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param manifest what its manifest says besides
 * @param extensions the source of each, by the simple name of its class; all in the package tiny
 * @param files what else is in it
 */
record TinyJar(
    String id,
    String version,
    Map<String, String> manifest,
    Map<String, String> extensions,
    Map<String, String> files) {

  /** Compiles it and packs it into a jar in this folder. */
  Path pack(Path folder) {
    var names = extensions.keySet().stream().map("tiny."::concat).toArray(String[]::new);
    var draft =
        PluginDraft.of(id, version)
            .manifest("Plugin-Provider", "A test")
            .manifest("Plugin-Description", "Made on the spot.")
            .entries(Compiled.of(List.copyOf(extensions.values())))
            .extensions(names);
    manifest.forEach(draft::manifest);
    files.forEach(draft::entry);
    return draft.into(folder, id + "-" + version + ".jar");
  }
}

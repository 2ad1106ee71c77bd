package dev.hotdesk.verify;

import java.nio.file.Path;
import java.util.List;

/**
 * A jar that passed every check that can be made without running it.
 *
 * @param path where its private copy lies
 * @param sha256 of its bytes, in lower-case hex
 * @param id of the plugin
 * @param version of the plugin, as in semantic versioning
 * @param description for people, or empty
 * @param provider who made it, or empty
 * @param extensions the classes named in its extension index
 */
public record PluginJar(
    Path path,
    String sha256,
    String id,
    String version,
    String description,
    String provider,
    List<String> extensions) {

  /** Copies the list. */
  public PluginJar {
    extensions = List.copyOf(extensions);
  }
}

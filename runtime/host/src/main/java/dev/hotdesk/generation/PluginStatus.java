package dev.hotdesk.generation;

import dev.hotdesk.execution.PluginHealth;
import dev.hotdesk.verify.PluginJar;
import java.time.Instant;
import java.util.List;

/**
 * One generation of a plugin, for the admin page.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param description for people, or empty
 * @param provider who made it, or empty
 * @param sha256 the first twelve digits of its jar's hash
 * @param generation its number, never used twice while the host runs
 * @param state how far it has come
 * @param since when it came to this state
 * @param health how it fares
 * @param kinds what it brings: {@code agent}, {@code erp}, {@code channel:web}
 * @param file the dropped file that it came from
 * @param note what to know about it, such as what keeps it in memory; or empty
 * @param jar what its jar says of itself
 */
public record PluginStatus(
    String id,
    String version,
    String description,
    String provider,
    String sha256,
    int generation,
    GenerationState state,
    Instant since,
    PluginHealth health,
    List<String> kinds,
    String file,
    String note,
    PluginJar jar) {

  /** Copies the kinds. */
  public PluginStatus {
    kinds = List.copyOf(kinds);
  }
}

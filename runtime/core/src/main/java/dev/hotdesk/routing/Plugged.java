package dev.hotdesk.routing;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * An extension of one generation of a plugin, to be called within bounds.
 *
 * @param <T> the extension point
 */
public interface Plugged<T> {

  /** The id of the plugin. */
  String plugin();

  /** Its version. */
  String version();

  /** The texts in {@code texts/<language>.properties} of its jar; empty if it has none. */
  Map<String, String> texts(Language language);

  /** What the runtime lends to this generation of the plugin. */
  PluginContext context();

  /** Whether the plugin's manifest asks for this permission, such as {@code erp:read}. */
  default boolean allows(String permission) {
    return true;
  }

  /** A text of the plugin's, with its secrets blotted out. */
  default String masked(String text) {
    return text;
  }

  /** How much it may do, and what happens when it fails. */
  default Policy policy() {
    return Policy.DEFAULT;
  }

  /**
   * Runs a piece of work with the extension on a thread of the generation's own pool, and waits.
   *
   * @param what the operation, for logs and metrics
   * @param deadline how long to wait, queueing included; then the thread is interrupted
   * @param work must not return {@code null}
   * @throws PluginFaultException if it threw, came too late, returned {@code null}, or found no
   *     free thread
   */
  <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work);
}

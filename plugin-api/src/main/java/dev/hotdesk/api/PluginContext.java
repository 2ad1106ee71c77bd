package dev.hotdesk.api;

import java.time.Clock;

/**
 * What the runtime lends to a plugin: all that its code can reach beyond its own jar.
 *
 * <p>What may be used is granted by the {@code Hotdesk-Permissions} of the jar's manifest, which an
 * admin sees before the plugin is active; see each method. Implemented by the runtime and the
 * testkit only. One for each generation of a plugin, safe for use by many threads at once; once the
 * generation is retired every method throws {@link IllegalStateException}.
 *
 * <pre>{@code
 * context.storage().put("greeted/" + customer, context.clock().instant().toString());
 * context.log().log(System.Logger.Level.INFO, "Greeted another customer");
 * }</pre>
 */
public interface PluginContext {

  /** The time; in tests one that can be turned. Ask it, never the system. */
  Clock clock();

  /** The plugin's settings, checked against the {@code config.schema.json} of its jar. */
  Config config();

  /**
   * A secret by its name, as an admin configured it. Not to be logged, stored or sent to anybody
   * but whom it is for.
   *
   * @throws NotPermittedException without the permission {@code secret:NAME}
   * @throws IllegalStateException if an admin has not set it
   */
  String secret(String name);

  /** Calls to other systems; the permission {@code outbound:HOST} for each host. */
  Http http();

  /**
   * What the plugin keeps between calls, shared by all its generations and kept over restarts.
   *
   * @throws NotPermittedException without the permission {@code storage}
   */
  Storage storage();

  /**
   * Tells other plugins what happened.
   *
   * @throws NotPermittedException without the permission {@code events}
   */
  Events events();

  /**
   * Wakes a {@link PluginFunction} of this plugin later.
   *
   * @throws NotPermittedException without the permission {@code timers}
   */
  Timers timers();

  /**
   * The retailer's own documents.
   *
   * @throws NotPermittedException without the permission {@code documents:read}
   */
  default Documents documents() {
    throw new NotPermittedException("documents:read");
  }

  /** The plugin's lines in the server's log, marked with its id and version. */
  System.Logger log();

  /** The plugin's own figures among the server's metrics. */
  Metrics metrics();
}

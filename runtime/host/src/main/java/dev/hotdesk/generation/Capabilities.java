package dev.hotdesk.generation;

import dev.hotdesk.api.PluginContext;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes what is lent to the generations of plugins. */
public interface Capabilities {

  /** Lends the time and a logger to everybody. */
  Capabilities NONE =
      (_, _) ->
          new Loan() {
            private final PluginContext nothing = new NothingLent(Clock.systemUTC());

            @Override
            public PluginContext context() {
              return nothing;
            }

            @Override
            public List<String> takeBack() {
              return List.of();
            }
          };

  /**
   * What a new generation of this plugin may use, as its manifest asks and as it is configured.
   * Runs none of the plugin's code. Control thread.
   *
   * @throws RefusedJarException if it cannot be active as it is configured
   */
  Loan lend(PluginJar jar, int generation) throws RefusedJarException;

  /**
   * How much a plugin may do, and what happens when it fails: what its manifest asks for, unless an
   * admin wants it otherwise.
   *
   * @throws RefusedJarException if what an admin wants cannot be read
   */
  default Policy policy(PluginJar jar) throws RefusedJarException {
    return jar.policy();
  }

  /** What is lent to one generation. */
  interface Loan {

    /** For all its calls; safe for use by many threads at once. */
    PluginContext context();

    /** Whether the manifest asks for this permission, such as {@code erp:read}. */
    default boolean allows(String permission) {
      return true;
    }

    /** Blots out of a text what nobody may read: the secrets that the plugin may use. */
    default UnaryOperator<String> mask() {
      return UnaryOperator.identity();
    }

    /**
     * Ends the loan: from now on the context refuses everything, and what the plugin left open is
     * closed.
     *
     * @return what was left open, each in words; never throws
     */
    List<String> takeBack();
  }
}

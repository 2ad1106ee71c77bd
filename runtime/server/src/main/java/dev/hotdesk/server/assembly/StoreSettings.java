package dev.hotdesk.server.assembly;

import dev.hotdesk.server.retention.Terms;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What an admin may set about where things are read; docs/configuration.md tells what each key
 * means.
 *
 * @param hasReplica whether there is a replica of the database
 * @param replicaLag how far the replica may be behind
 * @param searchPatience after which a search is given up
 * @param retention how long channels keep what was said
 */
record StoreSettings(
    boolean hasReplica, Duration replicaLag, Duration searchPatience, Terms retention) {

  static StoreSettings of(Config config) {
    return new StoreSettings(
        Settings.text(config, "hotdesk.replica.url").isPresent(),
        Settings.duration(config, "hotdesk.replica.lag", Duration.ofSeconds(10)),
        Settings.duration(config, "hotdesk.search.patience", Duration.ofSeconds(5)),
        Settings.text(config, "hotdesk.retention")
            .map(StoreSettings::terms)
            .orElse(Terms.FOR_EVER));
  }

  private static Terms terms(String written) {
    try {
      return Terms.of(written);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("hotdesk.retention: " + e.getMessage(), e);
    }
  }
}

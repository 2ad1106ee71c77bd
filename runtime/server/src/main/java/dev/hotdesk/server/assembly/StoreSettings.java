package dev.hotdesk.server.assembly;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What an admin may set about where things are read; docs/configuration.md tells what each key
 * means.
 *
 * @param hasReplica whether there is a replica of the database
 * @param replicaLag how far the replica may be behind
 * @param searchPatience after which a search is given up
 */
record StoreSettings(boolean hasReplica, Duration replicaLag, Duration searchPatience) {

  static StoreSettings of(Config config) {
    return new StoreSettings(
        Settings.text(config, "hotdesk.replica.url").isPresent(),
        Settings.duration(config, "hotdesk.replica.lag", Duration.ofSeconds(10)),
        Settings.duration(config, "hotdesk.search.patience", Duration.ofSeconds(5)));
  }
}

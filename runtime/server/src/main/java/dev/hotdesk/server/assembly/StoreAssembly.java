package dev.hotdesk.server.assembly;

import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.replica.Replica;
import dev.hotdesk.server.report.Reports;
import dev.hotdesk.server.retention.Belongings;
import dev.hotdesk.server.retention.Erasure;
import dev.hotdesk.server.retention.Retention;
import dev.hotdesk.server.search.Indexer;
import dev.hotdesk.server.search.Search;
import dev.hotdesk.server.search.SearchedWords;
import dev.hotdesk.server.store.History;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what reads beside the journal. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class StoreAssembly {

  private static final Duration REPORT_PATIENCE = Duration.ofSeconds(30);
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String REPLICA = "jdbc/hotdesk-replica";

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Resource(lookup = "jdbc/hotdesk-reading")
  DataSource reading;

  @Produces
  @Singleton
  StoreSettings storeSettings() {
    return StoreSettings.of(ConfigProvider.getConfig());
  }

  @Produces
  @Singleton
  Lookups lookups() {
    return new Lookups(System::nanoTime);
  }

  @Produces
  @Singleton
  Optional<Replica> replica(StoreSettings settings) {
    return settings.hasReplica()
        ? Optional.of(new Replica(database, replica(), settings.replicaLag()))
        : Optional.empty();
  }

  /** Looked up only if it is wanted: there need not be one. */
  @SuppressWarnings("BanJNDI") // the name is our own
  private static DataSource replica() {
    try {
      return InitialContext.doLookup(REPLICA);
    } catch (NamingException e) {
      throw new IllegalStateException(
          "hotdesk.replica.url is set, but the server has no data source "
              + REPLICA
              + ": take over config/databases.xml, or unset it.",
          e);
    }
  }

  @Produces
  @Singleton
  Readings readings(Optional<Replica> replica) {
    return new Readings(reading, replica);
  }

  @Produces
  @Singleton
  History history(Readings readings) {
    return new History(readings);
  }

  @Produces
  @Singleton
  Reports reports(Readings readings) {
    return new Reports(readings, REPORT_PATIENCE);
  }

  @Produces
  @Singleton
  Search search(Readings readings, StoreSettings settings) {
    return new Search(readings, settings.searchPatience());
  }

  @Produces
  @Singleton
  Indexer indexer() {
    return new Indexer(database);
  }

  @Produces
  @Singleton
  SearchedWords searchedWords() {
    return new SearchedWords();
  }

  @Produces
  @Singleton
  Retention retention(
      StoreSettings settings, @Any Instance<Belongings> belongings, Audit audit, Cluster cluster) {
    return new Retention(
        database,
        settings.retention(),
        belongings.stream().toList(),
        audit,
        cluster.duty("retention"),
        CLOCK);
  }

  @Produces
  @Singleton
  Erasure erasure(@Any Instance<Belongings> belongings, Audit audit) {
    return new Erasure(database, belongings.stream().toList(), audit, CLOCK);
  }
}

package dev.hotdesk.server.assembly;

import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.DiskBlobs;
import dev.hotdesk.server.gateway.ChannelPusher;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.store.SqlMarks;
import dev.hotdesk.server.store.SqlOutbox;
import dev.hotdesk.server.stream.Hub;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes what messages need on their way: receipts, files and the outbox. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class DeliveryAssembly {

  private static final Clock CLOCK = Clock.systemUTC();

  /** Other companies' servers are slower than our own work, and a minute is the outbox's lease. */
  private static final Duration PUSH_DEADLINE = Duration.ofSeconds(15);

  @Resource(lookup = "concurrent/hotdesk")
  ManagedExecutorService executor;

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Produces
  @Singleton
  Outbox outbox() {
    return new SqlOutbox(database);
  }

  @Produces
  @Singleton
  OutboxRelay relay(
      Outbox outbox, JpaJournal journal, PluginHost plugins, AccountsStaff staff, Hub hub) {
    return new OutboxRelay(
        outbox,
        journal,
        new ChannelPusher(plugins, staff, PUSH_DEADLINE),
        hub::sent,
        executor,
        CLOCK);
  }

  @Produces
  @Singleton
  Attachments attachments(Settings settings) {
    var folder = settings.data().resolve("attachments");
    return new Attachments(
        database, new DiskBlobs(folder), folder.resolve("uploads"), settings.attachments(), CLOCK);
  }

  @Produces
  @Singleton
  Watermarks watermarks(JpaJournal journal, Hub hub) {
    return new Watermarks(
        new SqlMarks(database, CLOCK),
        id -> journal.find(id).map(found -> found.session().lastSequence()).orElse(0L),
        hub::moved);
  }
}

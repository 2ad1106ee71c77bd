package dev.hotdesk.server.assembly;

import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.Blobs;
import dev.hotdesk.server.attachment.DiskBlobs;
import dev.hotdesk.server.attachment.KeptFiles;
import dev.hotdesk.server.gateway.ChannelPusher;
import dev.hotdesk.server.objects.Bucket;
import dev.hotdesk.server.objects.RefusedRequestException;
import dev.hotdesk.server.objects.S3Blobs;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.store.SqlMarks;
import dev.hotdesk.server.store.SqlOutbox;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Crews;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what messages need on their way: receipts, files and the outbox. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class DeliveryAssembly {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryAssembly.class);
  private static final Clock CLOCK = Clock.systemUTC();

  /** Other companies' servers are slower than our own work, and a minute is the outbox's lease. */
  private static final Duration PUSH_DEADLINE = Duration.ofSeconds(15);

  @Inject Crews crews;

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
        crews.crew("outbox"),
        CLOCK);
  }

  @Produces
  @Singleton
  Attachments attachments(Settings settings, Blobs blobs) {
    return new Attachments(
        database, blobs, folder(settings).resolve("uploads"), settings.attachments(), CLOCK);
  }

  @Produces
  @Singleton
  KeptFiles keptFiles(Attachments attachments) {
    return new KeptFiles(attachments);
  }

  @Produces
  @Singleton
  Blobs blobs(Settings settings) {
    var objects = ObjectSettings.of(ConfigProvider.getConfig());
    return objects
        .bucket()
        .<Blobs>map(bucket -> inBucket(bucket, objects.patience()))
        .orElseGet(() -> new DiskBlobs(folder(settings)));
  }

  static void close(@Disposes Blobs blobs) {
    if (blobs instanceof S3Blobs objects) {
      objects.close();
    }
  }

  /** What is set wrongly stops the start; a store that is away for a while does not. */
  private static S3Blobs inBucket(Bucket bucket, Duration patience) {
    var blobs = new S3Blobs(bucket, patience, CLOCK);
    try {
      blobs.check();
      LOG.info("Attachments are kept in {}", bucket);
    } catch (RefusedRequestException e) {
      blobs.close();
      throw new IllegalStateException("Attachments cannot be kept: " + e.getMessage(), e);
    } catch (IOException e) {
      LOG.warn("Attachments cannot be kept or read at the moment: {}", e.getMessage());
    }
    return blobs;
  }

  private static Path folder(Settings settings) {
    return settings.data().resolve("attachments");
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

package dev.hotdesk.server.assembly;

import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.DiskBlobs;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.store.SqlMarks;
import dev.hotdesk.server.stream.Hub;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes what messages need on their way: receipts and files. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class DeliveryAssembly {

  private static final Clock CLOCK = Clock.systemUTC();

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

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

package dev.hotdesk.server.attachment;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.attachment.AttachmentTable.Known;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in, looks at them, keeps them and hands them out. A file is durable before its id is
 * told; a message that has it is stored together with the word that it is used. Calls block.
 */
public final class Attachments {

  private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
  private static final int MOST_AT_ONCE = 200;

  /** No message may begin to use what is about to be swept. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final AttachmentTable table;
  private final Blobs blobs;
  private final Reception reception;
  private final AttachmentLimits limits;
  private final Clock clock;

  /**
   * Keeps what it knows in this database and the bytes elsewhere.
   *
   * @param folder where uploads lie until they are whole
   */
  public Attachments(
      DataSource database, Blobs blobs, Path folder, AttachmentLimits limits, Clock clock) {
    this.table = new AttachmentTable(database);
    this.blobs = blobs;
    this.reception = new Reception(folder, limits);
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Bytes to hand out.
   *
   * @param type what they are
   * @param bytes to be closed by the caller
   */
  public record Content(String name, String type, InputStream bytes) {}

  /**
   * Takes a file in.
   *
   * @param name what its sender calls it
   * @param declared the type that the sender says it is; empty if they do not say
   * @return what to refer to; it is durable
   * @throws RefusedFileException if it may not be attached
   */
  public Attachment take(
      String conversation, Side side, String name, String declared, InputStream bytes)
      throws IOException {
    if (table.unused(conversation) >= limits.unused()) {
      throw new RefusedFileException(
          429,
          "rate",
          "There are %d files that no message has used; send those first."
              .formatted(limits.unused()));
    }
    try (var received = reception.receive(name, declared, bytes)) {
      var attachment = received.attachment();
      // The row comes first, so that whatever is left behind by a server that dies is swept.
      table.insert(
          new Known(
              attachment,
              conversation,
              side,
              received.blob(),
              received.thumbnailBlob(),
              false,
              false,
              false,
              clock.instant()));
      blobs.put(received.blob(), received.file());
      if (received.thumbnail().isPresent()) {
        blobs.put(received.thumbnailBlob(), received.thumbnail().get());
      }
      table.ready(attachment.id());
      return attachment;
    }
  }

  /**
   * The files that a message of this side refers to.
   *
   * @throws RefusedFileException if there is one that it may not have
   */
  public List<Attachment> of(String conversation, Side side, List<String> ids) {
    if (ids.size() > AttachmentLimits.MOST_IN_A_MESSAGE) {
      throw new RefusedFileException(
          400,
          "attachment",
          "attachments: at most %d".formatted(AttachmentLimits.MOST_IN_A_MESSAGE));
    }
    var oldest = clock.instant().minus(limits.keep()).plus(MARGIN);
    return ids.stream()
        .distinct()
        .map(
            id ->
                table
                    .find(conversation, id)
                    .filter(it -> it.side() == side && it.ready())
                    .filter(it -> it.used() || it.at().isAfter(oldest))
                    .map(Known::attachment)
                    .orElseThrow(() -> absent(id)))
        .toList();
  }

  /** The bytes of a file, or of its thumbnail. What was taken back is for supervisors only. */
  public Content open(String conversation, String id, boolean thumbnail, boolean forSupervisor)
      throws IOException {
    var known =
        table
            .find(conversation, id)
            .filter(Known::ready)
            .filter(it -> forSupervisor || !it.recalled())
            .filter(it -> !thumbnail || !it.thumbnail().isEmpty())
            .orElseThrow(() -> absent(id));
    return thumbnail
        ? new Content("thumbnail.jpg", "image/jpeg", blobs.open(known.thumbnail()))
        : new Content(
            known.attachment().name(), known.attachment().type(), blobs.open(known.blob()));
  }

  /** Forgets files that no message has used for long; returns how many. */
  public int sweep() {
    var before = clock.instant().minus(limits.keep());
    reception.sweep(before);
    int all = 0;
    int swept;
    do {
      swept = (int) table.abandoned(before, MOST_AT_ONCE).stream().filter(this::forget).count();
      all += swept;
    } while (swept == MOST_AT_ONCE);
    return all;
  }

  /** Nobody can begin to use it: that was refused for the last hour. */
  private boolean forget(Known known) {
    try {
      blobs.delete(known.blob());
      if (!known.thumbnail().isEmpty()) {
        blobs.delete(known.thumbnail());
      }
      return table.forget(known.attachment().id());
    } catch (IOException e) {
      LOG.warn("The unused file {} is still there: {}", known.blob(), e.toString());
      return false;
    }
  }

  private static RefusedFileException absent(String id) {
    return new RefusedFileException(
        404,
        "attachment",
        "There is no file %s in this conversation, or no longer; upload it again."
            .formatted(id.length() > 64 ? id.substring(0, 64) : id));
  }
}

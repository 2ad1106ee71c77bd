package dev.hotdesk.server.attachment;

import dev.hotdesk.server.retention.Belongings;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The files of conversations that are deleted: their rows say so within the transaction, their
 * bytes and thumbnails go after it, then the rows. What cannot go now goes with the next sweep.
 */
public final class KeptFiles implements Belongings {

  private final Attachments attachments;

  /** Those that these keep. */
  public KeptFiles(Attachments attachments) {
    this.attachments = attachments;
  }

  @Override
  public String name() {
    return "attachments";
  }

  @Override
  public int forget(Connection connection, String conversation) throws SQLException {
    return AttachmentTable.abandon(connection, conversation);
  }

  @Override
  public void afterwards() {
    attachments.sweep();
  }
}

package dev.hotdesk.server.attachment;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What is known of each file. That a message uses it is written with the message itself. */
final class AttachmentTable {

  private static final String COLUMNS =
      "id, conversation_id, side, name, type, size, width, height, blob, thumbnail, ready, seq,"
          + " recalled, at";

  private final Sql sql;

  AttachmentTable(DataSource database) {
    this.sql =
        new Sql(
            database,
            e ->
                new JournalUnavailableException(
                    "Attachments could not be kept or read: " + e.getMessage(), e));
  }

  /**
   * A file.
   *
   * @param side who sent it
   * @param blob the key of its bytes
   * @param thumbnail the key of its thumbnail's bytes; empty for none
   * @param ready whether its bytes are durable
   * @param used whether a message has it
   * @param recalled whether that message was taken back
   */
  record Known(
      Attachment attachment,
      String conversation,
      Side side,
      String blob,
      String thumbnail,
      boolean ready,
      boolean used,
      boolean recalled,
      Instant at) {}

  void insert(Known it) {
    var attachment = it.attachment();
    sql.update(
        "insert into attachment (id, conversation_id, side, name, type, size, width, height, blob,"
            + " thumbnail, ready, recalled, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attachment.id(),
        it.conversation(),
        it.side().name(),
        attachment.name(),
        attachment.type(),
        attachment.size(),
        attachment.width(),
        attachment.height(),
        it.blob(),
        it.thumbnail(),
        it.ready(),
        it.recalled(),
        it.at());
  }

  void ready(String id) {
    sql.update("update attachment set ready = true where id = ?", id);
  }

  Optional<Known> find(String conversation, String id) {
    return sql
        .query(
            "select " + COLUMNS + " from attachment where id = ? and conversation_id = ?",
            AttachmentTable::known,
            id,
            conversation)
        .stream()
        .findFirst();
  }

  /** How many files of a conversation no message has used. */
  long unused(String conversation) {
    return sql.query(
            "select count(*) as n from attachment where conversation_id = ? and seq is null",
            row -> row.getLong("n"),
            conversation)
        .getFirst();
  }

  /** Files that no message has used since before a time, the oldest first. */
  List<Known> abandoned(Instant before, int most) {
    return sql.query(
        "select "
            + COLUMNS
            + " from attachment where seq is null and at < ? order by at fetch first "
            + most
            + " rows only",
        AttachmentTable::known,
        before);
  }

  /**
   * Leaves the files of a conversation to the sweep, at once and without their names. One that is
   * still on its way waits its time, since its bytes may come after the sweep was there.
   */
  static int abandon(Connection connection, String conversation) throws SQLException {
    return Sql.update(
        connection,
        "update attachment set seq = null, name = '', at = ? where conversation_id = ? and ready",
        Instant.EPOCH,
        conversation);
  }

  /** Returns whether it was there and unused. */
  boolean forget(String id) {
    return sql.update("delete from attachment where id = ? and seq is null", id) == 1;
  }

  private static Known known(ResultSet row) throws SQLException {
    var sequence = row.getLong("seq");
    return new Known(
        new Attachment(
            row.getString("id"),
            row.getString("name"),
            row.getString("type"),
            row.getLong("size"),
            row.getInt("width"),
            row.getInt("height")),
        row.getString("conversation_id"),
        Side.valueOf(row.getString("side")),
        row.getString("blob"),
        row.getString("thumbnail"),
        row.getBoolean("ready"),
        sequence > 0,
        row.getBoolean("recalled"),
        Sql.instant(row, "at"));
  }
}

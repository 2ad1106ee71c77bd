package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;

/** A message that goes into the outbox, in the transaction that stores it. */
record OutboxRow(String conversation, long sequence, long epoch, Instant at) {

  private static final String INSERT =
      "insert into outbox (conversation_id, seq, channel, epoch, state, due, queued, attempt,"
          + " claim, message_id, code, reason, retryable) values (?, ?, ?, ?, 'queued', ?, ?, 0, 0,"
          + " '', '', '', false)";

  /** Writes them in the transaction of this connection. */
  static void insert(Connection connection, Collection<OutboxRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var row : rows) {
        insert.setString(1, row.conversation);
        insert.setLong(2, row.sequence);
        insert.setString(3, Conversation.channelOf(row.conversation));
        insert.setLong(4, row.epoch);
        insert.setTimestamp(5, Timestamp.from(row.at));
        insert.setTimestamp(6, Timestamp.from(row.at));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** What was taken back before it was sent is not sent. */
  static void recall(Connection connection, String conversation, long sequence)
      throws SQLException {
    Sql.update(
        connection,
        "update outbox set state = 'failed', code = 'recalled',"
            + " reason = 'It was taken back before it was sent.', retryable = false"
            + " where conversation_id = ? and seq = ? and state in ('queued', 'failed', 'unknown')",
        conversation,
        sequence);
  }
}

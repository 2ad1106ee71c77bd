package dev.hotdesk.bench.search;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Fills a database with what was said in a year. */
public final class Archive {

  /** When the first thing was said. */
  public static final Instant BEGIN = Instant.parse("2025-11-23T00:00:00Z");

  private static final int IN_CONVERSATION = 20;
  private static final int BATCH = 2_000;

  private Archive() {}

  /** Writes so many messages, spread over a year and two channels. */
  public static void fill(DataSource database, int messages) throws SQLException {
    var chatter = new Chatter(1);
    var step =
        ChronoUnit.SECONDS.between(BEGIN, BEGIN.plus(365, ChronoUnit.DAYS)) * 1000 / messages;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < messages; from += BATCH) {
        write(connection, chatter, from, Math.min(messages, from + BATCH), step);
        connection.commit();
      }
      connection.setAutoCommit(true);
    }
  }

  private static void write(Connection connection, Chatter chatter, int from, int to, long step)
      throws SQLException {
    try (var conversation =
            connection.prepareStatement(
                "insert into conversation (id, channel, begun, changed, session_number, state,"
                    + " state_detail, epoch, last_seq, dialogue, customer_id, sku) values (?, ?, ?,"
                    + " ?, 1, 'closed', '{\"state\":\"closed\"}', 1, ?, '', ?, '')");
        var entry =
            connection.prepareStatement(
                "insert into log_entry (conversation_id, seq, at, kind, body)"
                    + " values (?, ?, ?, 'said', ?)")) {
      for (int i = from; i < to; i++) {
        var number = i / IN_CONVERSATION;
        var channel = number % 4 == 0 ? "line" : "web";
        var id = channel + ".archive-" + number;
        var at = Sql.column(BEGIN.plusMillis(i * step));
        if (i % IN_CONVERSATION == 0) {
          conversation.setString(1, id);
          conversation.setString(2, channel);
          conversation.setObject(3, at);
          conversation.setObject(4, at);
          conversation.setLong(5, IN_CONVERSATION);
          conversation.setString(6, "C-" + number);
          conversation.addBatch();
        }
        entry.setString(1, id);
        entry.setLong(2, i % IN_CONVERSATION + 1L);
        entry.setObject(3, at);
        entry.setString(
            4,
            "{\"from\":\"CUSTOMER\",\"name\":\"\",\"text\":\""
                + chatter.next(i)
                + "\",\"id\":\"\"}");
        entry.addBatch();
      }
      conversation.executeBatch();
      entry.executeBatch();
    }
  }
}

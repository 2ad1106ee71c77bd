package dev.hotdesk.server.search;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the log is indexed. Nobody else has it while the transaction lasts. */
final class Cursor {

  private static final String SELECT =
      "select tx, conversation_id, seq, past_conversation_id, past_seq, is_past_done, lines"
          + " from search_cursor where name = 'words'";

  private long tx;
  private String conversation;
  private long sequence;
  private String pastConversation;
  private long pastSequence;
  private boolean pastDone;
  private long lines;

  private Cursor(ResultSet row) throws SQLException {
    tx = row.getLong("tx");
    conversation = row.getString("conversation_id");
    sequence = row.getLong("seq");
    pastConversation = row.getString("past_conversation_id");
    pastSequence = row.getLong("past_seq");
    pastDone = row.getBoolean("is_past_done");
    lines = row.getLong("lines");
  }

  static Cursor lock(Connection connection) throws SQLException {
    return Sql.query(connection, SELECT + " for update", Cursor::new).getFirst();
  }

  static Cursor read(Connection connection) throws SQLException {
    return Sql.query(connection, SELECT, Cursor::new).getFirst();
  }

  /** Whether all that was there before the index is in it. */
  static boolean isPastDone(Connection connection) throws SQLException {
    return Sql.query(
            connection,
            "select is_past_done from search_cursor where name = 'words'",
            row -> row.getBoolean(1))
        .getFirst();
  }

  long tx() {
    return tx;
  }

  String conversation() {
    return conversation;
  }

  long sequence() {
    return sequence;
  }

  String pastConversation() {
    return pastConversation;
  }

  long pastSequence() {
    return pastSequence;
  }

  boolean isPastDone() {
    return pastDone;
  }

  long nextLine() {
    return lines++;
  }

  void passed(StoredEntry entry) {
    tx = entry.tx();
    conversation = entry.conversation();
    sequence = entry.sequence();
  }

  void passedOld(StoredEntry entry) {
    pastConversation = entry.conversation();
    pastSequence = entry.sequence();
  }

  void pastIsDone() {
    pastDone = true;
  }

  void store(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "update search_cursor set tx = ?, conversation_id = ?, seq = ?, past_conversation_id = ?,"
            + " past_seq = ?, is_past_done = ?, lines = ? where name = 'words'",
        tx,
        conversation,
        sequence,
        pastConversation,
        pastSequence,
        pastDone,
        lines);
  }
}

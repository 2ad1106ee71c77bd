package dev.hotdesk.server.search;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An entry as it lies in the log.
 *
 * @param conversation whose it is
 * @param sequence its place there
 * @param millis when it was stored
 * @param kind its kind's word
 * @param body its JSON
 * @param tx what tells in which order entries were stored
 */
record StoredEntry(
    String conversation, long sequence, long millis, String kind, String body, long tx) {

  static final String COLUMNS = "conversation_id, seq, at, kind, body";

  private static final Logger LOG = LoggerFactory.getLogger(StoredEntry.class);

  static StoredEntry of(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getString("conversation_id"),
        row.getLong("seq"),
        Sql.instant(row, "at").toEpochMilli(),
        row.getString("kind"),
        row.getString("body"),
        row.getLong("tx"));
  }

  boolean isRecall() {
    return kind.equals("recalled");
  }

  /** The place of the message that was taken back. */
  long recalled() {
    return Json.read(body).getJsonNumber("message").longValueExact();
  }

  /** What it can be found by; one that cannot be read must not keep the others waiting. */
  Optional<String> words() {
    try {
      return switch (kind) {
        case "said" -> Optional.of(Json.read(body).getString("text"));
        case "identified" -> Optional.of(Json.read(body).getString("customer"));
        default -> Optional.empty();
      };
    } catch (RuntimeException e) {
      LOG.warn(
          "Entry {} of conversation {} cannot be searched: {}",
          sequence,
          conversation,
          e.getMessage());
      return Optional.empty();
    }
  }
}

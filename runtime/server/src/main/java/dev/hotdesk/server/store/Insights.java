package dev.hotdesk.server.store;

import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.session.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was made of customers' questions, as the log tells. */
public final class Insights {

  /** A move's JSON begins with why; the entry before it says what was understood. */
  private static final String UNANSWERED =
      "select m.conversation_id, m.at, u.body from log_entry m join log_entry u"
          + " on u.conversation_id = m.conversation_id and u.seq = m.seq - 1"
          + " and u.kind = 'understood' where m.kind = 'moved' and m.at >= ?"
          + " and m.body like '{\"reason\":\"not_understood\"%' order by m.at desc"
          + " fetch first 300 rows only";

  private static final String SAID =
      "select body, at from log_entry where conversation_id = ? and seq = ? and kind = 'said'";

  private static final String JUDGED =
      "select conversation_id, kind, at, body from log_entry where at >= ? and at < ?"
          + " and kind in ('understood', 'corrected') order by conversation_id, seq";

  private Insights() {}

  /**
   * A question.
   *
   * @param sequence its place in the log
   * @param intent what it was nearest to, or empty
   * @param text the customer's words
   */
  public record Unanswered(
      String conversation, long sequence, Instant at, String intent, String text) {}

  /**
   * What was understood of a question, or what an operator says about that.
   *
   * @param intent what was understood, or what is right; may be empty
   * @param isCorrection whether an operator says so
   */
  public record Judged(
      String conversation, long question, Instant at, String intent, boolean isCorrection) {}

  /** Questions that brought a person because nobody understood them, the latest first. */
  public static List<Unanswered> unanswered(Connection connection, Instant since, Duration patience)
      throws SQLException {
    var all = new ArrayList<Unanswered>();
    try (var statement = connection.prepareStatement(UNANSWERED)) {
      statement.setQueryTimeout((int) patience.toSeconds());
      statement.setObject(1, Sql.column(since));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var at = Sql.instant(rows, "at");
          var conversation = rows.getString("conversation_id");
          if (EntryJson.decode("understood", rows.getString("body"), at)
              instanceof Entry.Understood(var question, var insight)) {
            text(connection, conversation, question)
                .ifPresent(
                    text ->
                        all.add(
                            new Unanswered(conversation, question, at, insight.intent(), text)));
          }
        }
      }
    }
    return all;
  }

  private static Optional<String> text(Connection connection, String conversation, long sequence)
      throws SQLException {
    return Sql.query(
            connection,
            SAID,
            row -> EntryJson.decode("said", row.getString("body"), Sql.instant(row, "at")),
            conversation,
            sequence)
        .stream()
        .flatMap(
            entry ->
                entry instanceof Entry.Said said ? Stream.of(said.text()) : Stream.<String>empty())
        .findFirst();
  }

  /** What was understood and corrected within a time, conversation by conversation, in order. */
  public static List<Judged> judged(
      Connection connection, Instant from, Instant to, Duration patience) throws SQLException {
    var all = new ArrayList<Judged>();
    try (var statement = connection.prepareStatement(JUDGED)) {
      statement.setQueryTimeout((int) patience.toSeconds());
      statement.setObject(1, Sql.column(from));
      statement.setObject(2, Sql.column(to));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var at = Sql.instant(rows, "at");
          var conversation = rows.getString("conversation_id");
          switch (EntryJson.decode(rows.getString("kind"), rows.getString("body"), at)) {
            case Entry.Understood(var question, var insight) ->
                all.add(new Judged(conversation, question, at, insight.intent(), false));
            case Entry.Corrected(var question, var intent, _) ->
                all.add(new Judged(conversation, question, at, intent, true));
            case Entry other -> throw new IllegalStateException("Not asked for: " + other);
          }
        }
      }
    }
    return all;
  }
}

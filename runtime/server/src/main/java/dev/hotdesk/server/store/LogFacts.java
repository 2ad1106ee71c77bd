package dev.hotdesk.server.store;

import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.session.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What happened in all conversations within a time, without the words. */
public final class LogFacts {

  /** Of what was said counts by whom: that is how its JSON begins. */
  private static final String QUERY =
      "select e.conversation_id, c.begun, c.store, c.channel, e.seq, e.at, e.kind,"
          + " case when e.kind = 'said' then substring(e.body, 1, 60) else e.body end as body"
          + " from conversation c join log_entry e on e.conversation_id = c.id"
          + " where c.changed >= ? and c.begun < ? and e.at >= ? and e.at < ?"
          + " and e.kind in ('said', 'moved', 'rated') order by e.conversation_id, e.seq";

  private static final String BY_OPERATOR = "{\"from\":\"OPERATOR\"";
  private static final int AT_ONCE = 2_000;

  private LogFacts() {}

  /** Something that happened in a conversation. */
  public sealed interface What {

    /** An operator said something. */
    record Answered() implements What {}

    /** The customer or the bot said something. */
    record Spoken() implements What {}

    /** The session went into another state. */
    record Moved(Entry.Moved entry) implements What {}

    /** The customer said how it was. */
    record Rated(int score) implements What {}
  }

  /**
   * That, with where and when.
   *
   * @param begun when the conversation began
   */
  public record Fact(
      String conversation, Instant begun, String store, String channel, Instant at, What what) {}

  /**
   * Tells of each, conversation by conversation and in order.
   *
   * @param patience after which the database gives it up
   */
  public static void read(
      Connection connection, Instant from, Instant to, Duration patience, Consumer<Fact> reader)
      throws SQLException {
    // With a cursor, so that not all of it is in memory at once.
    connection.setAutoCommit(false);
    try (var statement = connection.prepareStatement(QUERY)) {
      statement.setFetchSize(AT_ONCE);
      statement.setQueryTimeout((int) patience.toSeconds());
      statement.setObject(1, Sql.column(from));
      statement.setObject(2, Sql.column(to));
      statement.setObject(3, Sql.column(from));
      statement.setObject(4, Sql.column(to));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var at = Sql.instant(rows, "at");
          reader.accept(
              new Fact(
                  rows.getString("conversation_id"),
                  Sql.instant(rows, "begun"),
                  rows.getString("store"),
                  rows.getString("channel"),
                  at,
                  what(rows.getString("kind"), rows.getString("body"), at)));
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static What what(String kind, String body, Instant at) {
    if (kind.equals("said")) {
      return body.startsWith(BY_OPERATOR) ? new What.Answered() : new What.Spoken();
    }
    return switch (EntryJson.decode(kind, body, at)) {
      case Entry.Moved moved -> new What.Moved(moved);
      case Entry.Rated rated -> new What.Rated(rated.score());
      case Entry other -> throw new IllegalStateException("Not asked for: " + other);
    };
  }
}

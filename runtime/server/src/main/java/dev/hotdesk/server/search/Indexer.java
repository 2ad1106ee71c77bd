package dev.hotdesk.server.search;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log behind the commits and writes the index. How far it is lies in the database and
 * moves on in the transaction that writes the index, so a crash neither leaves an entry out nor
 * counts one twice; two indexers at once wait for each other.
 */
public final class Indexer {

  /** How many entries are taken into one transaction. */
  static final int AT_ONCE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
  private static final String ENTRIES =
      "select conversation_id, seq, at, kind, body, tx, place from log_entry where ";

  private final Sql sql;
  private final int atOnce;

  /** Indexes the log in this database. */
  public Indexer(DataSource database) {
    this(database, AT_ONCE);
  }

  Indexer(DataSource database, int atOnce) {
    this.sql =
        new Sql(
            database,
            e ->
                new SearchUnavailableException(
                    "The log could not be indexed further: " + e.getMessage(), e));
    this.atOnce = atOnce;
  }

  /**
   * Indexes some entries: those that are new first, then those that were there before there was an
   * index.
   *
   * @return whether there may be more
   */
  public boolean index() {
    return isBehind() && goOn();
  }

  /** Asked without a lock: that alone would write to the disk, once a second for nothing. */
  private boolean isBehind() {
    return sql.inTransaction(
        connection -> {
          var cursor = Cursor.read(connection);
          return !cursor.isPastDone() || !fresh(connection, cursor, 1).isEmpty();
        });
  }

  private boolean goOn() {
    return sql.inTransaction(
        connection -> {
          var cursor = Cursor.lock(connection);
          var fresh = fresh(connection, cursor, atOnce);
          if (fresh.isEmpty() && cursor.isPastDone()) {
            return false;
          }
          var past = fresh.size() < atOnce && !cursor.isPastDone();
          var old = past ? past(connection, cursor, atOnce - fresh.size()) : List.<Row>of();
          write(connection, cursor, fresh);
          write(connection, cursor, old);
          if (past && old.isEmpty()) {
            cursor.pastIsDone();
          }
          fresh.forEach(row -> cursor.passed(row.tx, row.place));
          old.forEach(row -> cursor.passedOld(row.conversation, row.sequence));
          cursor.store(connection);
          return fresh.size() + old.size() > 0;
        });
  }

  private static List<Row> fresh(Connection connection, Cursor cursor, int most)
      throws SQLException {
    // Asked before: what is below it now, every later look can see.
    var horizon = Index.of(connection).horizon(connection);
    return Sql.query(
        connection,
        ENTRIES
            + "tx is not null and tx >= ? and (tx > ? or place > ?) and tx < ?"
            + " order by tx, place fetch first "
            + most
            + " rows only",
        Row::of,
        cursor.tx(),
        cursor.tx(),
        cursor.place(),
        horizon);
  }

  private List<Row> past(Connection connection, Cursor cursor, int most) throws SQLException {
    return Sql.query(
        connection,
        ENTRIES
            + "tx is null and conversation_id >= ? and (conversation_id > ? or seq > ?)"
            + " order by conversation_id, seq fetch first "
            + most
            + " rows only",
        Row::of,
        cursor.conversation(),
        cursor.conversation(),
        cursor.sequence());
  }

  private static void write(Connection connection, Cursor cursor, List<Row> rows)
      throws SQLException {
    var lines = new ArrayList<Line>();
    for (var row : rows) {
      var terms = row.words().map(Indexer::terms).orElse(Set.of());
      if (!terms.isEmpty()) {
        lines.add(
            new Line(
                Line.number(row.millis, cursor.nextLine()),
                row.conversation,
                row.sequence,
                Conversation.channelOf(row.conversation),
                terms));
      }
    }
    var index = Index.of(connection);
    if (!lines.isEmpty()) {
      index.add(connection, lines);
    }
    for (var row : rows) {
      if (row.kind.equals("recalled")) {
        index.remove(connection, row.conversation, List.of(row.recalled()));
      }
    }
  }

  private static Set<String> terms(String words) {
    return Tokens.of(words).stream()
        .map(Token::term)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An entry as it lies in the log. */
  private record Row(
      String conversation,
      long sequence,
      long millis,
      String kind,
      String body,
      long tx,
      long place) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("conversation_id"),
          row.getLong("seq"),
          Sql.instant(row, "at").toEpochMilli(),
          row.getString("kind"),
          row.getString("body"),
          row.getLong("tx"),
          row.getLong("place"));
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
}

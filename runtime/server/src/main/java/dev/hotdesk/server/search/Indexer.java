package dev.hotdesk.server.search;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Follows the log behind the commits and writes the index. How far it is lies in the database and
 * moves on in the transaction that writes the index, so a crash neither leaves an entry out nor
 * counts one twice; two indexers at once wait for each other.
 */
public final class Indexer {

  /** How many entries are taken into one transaction. */
  static final int AT_ONCE = 500;

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
   * To be called before anything is written: H2 gives the numbers of the last rows out anew after a
   * restart, if those were deleted.
   */
  public void begin() {
    sql.inTransaction(
        connection -> {
          Index.of(connection).begin(connection);
          return true;
        });
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
          return !cursor.isPastDone()
              || !Index.of(connection).fresh(connection, cursor, 1).isEmpty();
        });
  }

  private boolean goOn() {
    return sql.inTransaction(
        connection -> {
          var cursor = Cursor.lock(connection);
          var index = Index.of(connection);
          var fresh = index.fresh(connection, cursor, atOnce);
          var isPastNext = fresh.size() < atOnce && !cursor.isPastDone();
          var past =
              isPastNext
                  ? index.past(connection, cursor, atOnce - fresh.size())
                  : List.<StoredEntry>of();
          if (isPastNext && past.isEmpty()) {
            cursor.pastIsDone();
          }
          write(connection, cursor, fresh);
          write(connection, cursor, past);
          fresh.forEach(cursor::passed);
          past.forEach(cursor::passedOld);
          cursor.store(connection);
          return fresh.size() + past.size() > 0;
        });
  }

  private static void write(Connection connection, Cursor cursor, List<StoredEntry> entries)
      throws SQLException {
    var lines = new ArrayList<Line>();
    for (var entry : entries) {
      var terms = entry.words().map(Indexer::terms).orElse(Set.of());
      if (!terms.isEmpty()) {
        lines.add(
            new Line(
                Line.number(entry.millis(), cursor.nextLine()),
                entry.conversation(),
                entry.sequence(),
                Conversation.channelOf(entry.conversation()),
                terms));
      }
    }
    var index = Index.of(connection);
    if (!lines.isEmpty()) {
      index.add(connection, lines);
    }
    for (var entry : entries) {
      if (entry.isRecall()) {
        index.remove(connection, entry.conversation(), List.of(entry.recalled()));
      }
    }
  }

  private static Set<String> terms(String words) {
    return Tokens.of(words).stream()
        .map(Token::term)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

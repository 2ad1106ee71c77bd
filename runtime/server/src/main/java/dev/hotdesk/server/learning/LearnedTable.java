package dev.hotdesk.server.learning;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.learning.Broken;
import dev.hotdesk.learning.Lesson;
import dev.hotdesk.learning.Lessons;
import dev.hotdesk.learning.Syllabus;
import dev.hotdesk.privacy.Masker;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What was taught, and every version of it. A change is told to this server's school and to the
 * other servers once it is stored. Any thread; blocks.
 */
public final class LearnedTable implements Lessons {

  /** How many examples may count at a time: each makes every fit longer. */
  public static final int MOST = 5_000;

  private static final int LONGEST = 500;
  private static final int SHOWN = 200;
  private static final String COUNTS = " undone_in is null";
  private static final String COLUMNS =
      "select id, kind, language, intent, body, conversation_id, seq, who, made, standing, broken,"
          + " made_in, undone_in from learned_example";

  private final Sql sql;
  private final Clock clock;
  private final Runnable changed;

  /**
   * In this database.
   *
   * @param changed is told of each change, after it; must not block
   */
  public LearnedTable(DataSource database, Clock clock, Runnable changed) {
    this.sql = new Sql(database, LearningUnavailableException::new);
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Keeps what somebody teaches, without what tells who the customer is. What was taught of the
   * same message before does not count any more.
   *
   * @return the new version; empty if that very thing is known, has no words, or there is no room
   */
  public Optional<Long> teach(Taught taught) {
    var text = cut(Masker.masked(taught.sentence().text()).strip());
    var intent = taught.sentence().intent().name();
    var language = taught.sentence().language().code();
    var version =
        sql.inTransaction(
            connection -> {
              if (text.isEmpty()
                  || isKnown(connection, language, text, intent)
                  || isFull(connection)) {
                return Optional.<Long>empty();
              }
              var next = version(connection, taught.who(), "teach", intent);
              if (!taught.conversation().isEmpty()) {
                Sql.update(
                    connection,
                    "update learned_example set undone_in = ? where conversation_id = ? and seq = ?"
                        + " and"
                        + COUNTS,
                    next,
                    taught.conversation(),
                    taught.sequence());
              }
              Sql.update(
                  connection,
                  "insert into learned_example (kind, language, intent, body, conversation_id, seq,"
                      + " who, made, standing, broken, made_in) values (?, ?, ?, ?, ?, ?, ?, ?,"
                      + " 'pending', '', ?)",
                  taught.kind().word(),
                  language,
                  intent,
                  text,
                  taught.conversation(),
                  taught.sequence(),
                  taught.who(),
                  clock.instant().truncatedTo(ChronoUnit.MILLIS),
                  next);
              return Optional.of(next);
            });
    version.ifPresent(_ -> changed.run());
    return version;
  }

  /** Takes one example back; empty if there is none that counts. */
  public Optional<Long> undo(long id, String who) {
    return change(
        who,
        "undo",
        "example " + id,
        (connection, version) ->
            Sql.update(
                connection,
                "update learned_example set undone_in = ? where id = ? and" + COUNTS,
                version,
                id));
  }

  /** Has one that was put aside examined again; empty if there is none. */
  public Optional<Long> retry(long id, String who) {
    return change(
        who,
        "retry",
        "example " + id,
        (connection, _) ->
            Sql.update(
                connection,
                "update learned_example set standing = 'pending', broken = '' where id = ? and"
                    + " standing = 'refused' and"
                    + COUNTS,
                id));
  }

  /** Goes back to what counted in a version; empty if that is what counts now. */
  public Optional<Long> back(long to, String who) {
    return change(
        who,
        "back",
        "version " + to,
        (connection, version) -> {
          // What came back into force is a row of its own, so that every version can be told.
          int revived =
              Sql.update(
                  connection,
                  "insert into learned_example (kind, language, intent, body, conversation_id, seq,"
                      + " who, made, standing, broken, made_in) select kind, language, intent,"
                      + " body, conversation_id, seq, who, made, 'pending', '', cast(? as bigint)"
                      + " from learned_example where made_in <= ? and undone_in > ?",
                  version,
                  to,
                  to);
          return revived
              + Sql.update(
                  connection,
                  "update learned_example set undone_in = ? where made_in > ? and made_in < ? and"
                      + COUNTS,
                  version,
                  to,
                  version);
        });
  }

  private interface Change {
    int apply(Connection connection, long version) throws SQLException;
  }

  private Optional<Long> change(String who, String what, String detail, Change change) {
    var made =
        sql.inTransaction(
            connection -> {
              var version = version(connection, who, what, detail);
              if (change.apply(connection, version) > 0) {
                return Optional.of(version);
              }
              Sql.update(connection, "delete from learned_version where id = ?", version);
              return Optional.<Long>empty();
            });
    made.ifPresent(_ -> changed.run());
    return made;
  }

  private long version(Connection connection, String who, String what, String detail)
      throws SQLException {
    var made = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Sql.update(
        connection,
        "insert into learned_version (made, who, what, detail) values (?, ?, ?, ?)",
        made,
        who,
        what,
        detail);
    return Sql.query(
            connection,
            "select max(id) from learned_version where made = ? and who = ? and what = ?"
                + " and detail = ?",
            row -> row.getLong(1),
            made,
            who,
            what,
            detail)
        .getFirst();
  }

  private static boolean isKnown(Connection connection, String language, String text, String intent)
      throws SQLException {
    return !Sql.query(
            connection,
            "select id from learned_example where language = ? and body = ? and intent = ? and"
                + COUNTS,
            row -> row.getLong(1),
            language,
            text,
            intent)
        .isEmpty();
  }

  private static boolean isFull(Connection connection) throws SQLException {
    return Sql.query(
                connection,
                "select count(*) from learned_example where" + COUNTS,
                row -> row.getLong(1))
            .getFirst()
        >= MOST;
  }

  /** The latest versions, newest first. */
  public List<LearnedVersion> versions() {
    return sql.query(
        "select id, made, who, what, detail from learned_version order by id desc fetch first "
            + SHOWN
            + " rows only",
        row ->
            new LearnedVersion(
                row.getLong("id"),
                Sql.instant(row, "made"),
                row.getString("who"),
                row.getString("what"),
                row.getString("detail")));
  }

  /** Examples before one, newest first, also those that do not count any more. */
  public List<LearnedExample> before(long id) {
    return sql.query(
        COLUMNS + " where id < ? order by id desc fetch first " + SHOWN + " rows only",
        LearnedTable::shown,
        id);
  }

  /** The conversations and places, with a blank between, of what was taught and counts. */
  Set<String> taughtOf() {
    return Set.copyOf(
        sql.query(
            "select distinct conversation_id, seq from learned_example where" + COUNTS,
            row -> row.getString(1) + " " + row.getLong(2)));
  }

  @Override
  public Syllabus read() {
    var rows =
        sql.query(
            COLUMNS + " where standing <> 'refused' and" + COUNTS + " order by id",
            LearnedTable::shown);
    return new Syllabus(
        rows.stream()
            .filter(it -> it.standing().equals("active"))
            .map(LearnedTable::lesson)
            .toList(),
        rows.stream()
            .filter(it -> it.standing().equals("pending"))
            .map(LearnedTable::lesson)
            .toList());
  }

  @Override
  public void passed(List<Lesson> lessons) {
    sql.inTransaction(
        connection -> {
          for (var lesson : lessons) {
            Sql.update(
                connection,
                "update learned_example set standing = 'active' where id = ? and" + COUNTS,
                lesson.id());
          }
          return lessons;
        });
    changed.run();
  }

  @Override
  public void refused(Lesson lesson, List<Broken> broken) {
    sql.update(
        "update learned_example set standing = 'refused', broken = ? where id = ? and" + COUNTS,
        BrokenJson.of(broken),
        lesson.id());
  }

  /** Deletes what was learned from a conversation, in the caller's transaction. */
  static int forget(Connection connection, String conversation) throws SQLException {
    return Sql.update(
        connection, "delete from learned_example where conversation_id = ?", conversation);
  }

  private static LearnedExample shown(ResultSet row) throws SQLException {
    row.getLong("undone_in");
    boolean counts = row.wasNull();
    return new LearnedExample(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("language"),
        row.getString("intent"),
        row.getString("body"),
        row.getString("conversation_id"),
        row.getLong("seq"),
        row.getString("who"),
        Sql.instant(row, "made"),
        counts ? row.getString("standing") : "undone",
        row.getString("broken"),
        row.getLong("made_in"));
  }

  private static Lesson lesson(LearnedExample row) {
    var language = row.language().equals(Language.ZH.code()) ? Language.ZH : Language.EN;
    return new Lesson(row.id(), new Labelled(language, new Intent(row.intent()), row.text()));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}

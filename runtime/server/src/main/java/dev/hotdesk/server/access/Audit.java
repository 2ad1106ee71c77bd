package dev.hotdesk.server.access;

import dev.hotdesk.server.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The trail of who logged in and what was done with accounts and plugins; it is only added to. */
public final class Audit {

  /** How many entries a page has. */
  public static final int PAGE = 100;

  private final Sql sql;
  private final Clock clock;

  /** Keeps the trail in this database. */
  public Audit(DataSource database, Clock clock) {
    this.sql = new Sql(database, StaffStoreException::new);
    this.clock = clock;
  }

  /**
   * One act.
   *
   * @param id grows
   * @param at when
   * @param who the login
   * @param what a word such as {@code account.create}
   * @param on what it was done to, or empty
   * @param detail more, or empty; never a secret
   */
  public record Entry(long id, Instant at, String who, String what, String on, String detail) {}

  /** Adds an act. */
  public void add(String who, String what, String on, String detail) {
    sql.update(
        "insert into audit (happened, who, what, subject, detail) values (?, ?, ?, ?, ?)",
        clock.instant(),
        cut(who, 40),
        cut(what, 40),
        cut(on, 200),
        cut(detail, 1000));
  }

  /** The latest acts before one, newest first. */
  public List<Entry> before(long id) {
    return sql.query(
        "select id, happened, who, what, subject, detail from audit where id < ?"
            + " order by id desc fetch first "
            + PAGE
            + " rows only",
        row ->
            new Entry(
                row.getLong("id"),
                Sql.instant(row, "happened"),
                row.getString("who"),
                row.getString("what"),
                row.getString("subject"),
                row.getString("detail")),
        id);
  }

  private static String cut(String text, int most) {
    var printable = text.replaceAll("\\p{Cntrl}", " ");
    return printable.length() <= most ? printable : printable.substring(0, most);
  }
}

package dev.hotdesk.server.assignment;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.Counter;
import dev.hotdesk.server.sql.Sql;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases with the tables of this package, and assigners that work with them. */
public final class Staffed {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Staffed() {}

  /** On an empty H2, as the product sets it up. */
  public static StaffingTables tables() {
    return new StaffingTables(h2(), Clock.systemUTC());
  }

  /** An assigner before a counter, which gives customers out itself. */
  public static Assigner assigner(Counter counter, StaffingTables tables) {
    return assigner(counter, tables, Duty.ALWAYS, Advice.NONE);
  }

  static Assigner assigner(Counter counter, StaffingTables tables, Duty duty, Advice advice) {
    return new Assigner(
        new AssignerParts(
            tables,
            counter.journal,
            counter.processor,
            counter.hub,
            duty,
            advice,
            8,
            Clock.systemUTC(),
            counter.executor,
            counter.timer));
  }

  static DataSource h2() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:staffing"
            + COUNT.incrementAndGet()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    prepare(database, "amy", "ben", "sue");
    return database;
  }

  /** Makes the tables, and accounts for these people. */
  static void prepare(DataSource database, String... logins) {
    var sql = new Sql(database, StaffingUnavailableException::new);
    sql.update("runscript from 'classpath:db/migration/V1__conversations.sql'");
    sql.update("runscript from 'classpath:db/migration/V2__access.sql'");
    sql.update("runscript from 'classpath:db/migration/V9__groups_and_skills.sql'");
    accounts(sql, logins);
  }

  static void accounts(Sql sql, String... logins) {
    for (var login : logins) {
      sql.update(
          "insert into account (login, name, password, roles, changed)"
              + " values (?, ?, '', 'operator', current_timestamp)",
          login,
          login);
    }
  }
}

package dev.hotdesk.server.access;

import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.testkit.VirtualClock;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The parts of the package on a database of their own. */
final class Staff {

  static final Account ADMIN = new Account("admin", "Admin", Set.of(Role.ADMIN), false);
  static final Account AMY = new Account("amy", "Amy", Set.of(Role.OPERATOR), false);
  static final Account SUE = new Account("sue", "Sue", Set.of(Role.SUPERVISOR), false);

  final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-23T08:00:00Z"));
  final QuickHash hash = new QuickHash();
  final Passwords passwords = new Passwords(hash);
  final Accounts accounts;
  final LoginSessions sessions;
  final Audit audit;
  final Logins logins;
  final ApiTokens tokens;

  Staff(DataSource database) {
    accounts = new Accounts(database, passwords, clock);
    sessions = new LoginSessions(database, clock);
    audit = new Audit(database, clock);
    logins = new Logins(accounts, passwords, sessions, audit, clock);
    tokens = new ApiTokens(database, clock);
  }

  /** On an empty H2, as the product sets it up. */
  static Staff onH2() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:staff"
            + System.nanoTime()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    var sql = new Sql(database, StaffStoreException::new);
    sql.update("runscript from 'classpath:db/migration/V2__access.sql'");
    sql.update("runscript from 'classpath:db/migration/V6__admin_surface.sql'");
    return new Staff(database);
  }
}

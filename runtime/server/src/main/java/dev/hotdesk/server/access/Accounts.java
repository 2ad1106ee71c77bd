package dev.hotdesk.server.access;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The accounts of staff, in the database. There is always somebody who can manage the others. */
public final class Accounts {

  private static final String COLUMNS = "select login, name, roles, disabled from account ";

  private final Sql sql;
  private final Passwords passwords;
  private final Clock clock;
  private final Runnable changed;

  /** Keeps accounts in this database, which nobody else has read. */
  public Accounts(DataSource database, Passwords passwords, Clock clock) {
    this(database, passwords, clock, () -> {});
  }

  /**
   * Keeps accounts in this database.
   *
   * @param changed is called after each change, for those who have read them
   */
  public Accounts(DataSource database, Passwords passwords, Clock clock, Runnable changed) {
    this.changed = changed;
    this.sql = new Sql(database, StaffStoreException::new);
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What became of a change. */
  public enum Change {
    /** It is made. */
    MADE,
    /** There is no such account. */
    ABSENT,
    /** There is such an account already. */
    EXISTS,
    /** Refused: nobody would be left to manage accounts. */
    LAST_ADMIN
  }

  /** Everybody, by login. */
  public List<Account> all() {
    return sql.query(COLUMNS + "order by login", Accounts::account);
  }

  /** Whether there is nobody yet. */
  boolean isEmpty() {
    return sql.query("select count(*) from account", row -> row.getLong(1)).getFirst() == 0;
  }

  /** The account with this login. */
  public Optional<Account> find(String login) {
    return sql.query(COLUMNS + "where login = ?", Accounts::account, login).stream().findFirst();
  }

  /** What is stored of the password of someone who may log in; empty if there is no such. */
  String password(String login) {
    return sql
        .query(
            "select password from account where login = ? and disabled = false",
            row -> row.getString(1),
            login)
        .stream()
        .findFirst()
        .orElse("");
  }

  /** The accounts that still have the demo profile's passwords. */
  List<String> withDemoPassword() {
    return sql.query(
        "select login from account where demo = true order by login", row -> row.getString(1));
  }

  /** Adds an account. The password was found good by {@link PasswordRules}. */
  public Change add(Account account, String password) {
    return add(account, password, false);
  }

  Change add(Account account, String password, boolean demo) {
    var hashed = passwords.hashed(password);
    return told(
        sql.inTransaction(
            connection -> {
              var existing =
                  Sql.query(
                      connection, COLUMNS + "where login = ?", Accounts::account, account.login());
              if (!existing.isEmpty()) {
                return Change.EXISTS;
              }
              Sql.update(
                  connection,
                  "insert into account (login, name, password, roles, disabled, demo, changed)"
                      + " values (?, ?, ?, ?, ?, ?, ?)",
                  account.login(),
                  account.name(),
                  hashed,
                  Role.stored(account.roles()),
                  account.disabled(),
                  demo,
                  clock.instant());
              return Change.MADE;
            }));
  }

  private Change told(Change change) {
    if (change == Change.MADE) {
      changed.run();
    }
    return change;
  }

  /**
   * Replaces name, roles and whether it is disabled; ends its log-ins, so that roles hold at once.
   */
  public Change replace(Account account) {
    return change(
        account.login(),
        account.isAdmin(),
        connection ->
            Sql.update(
                connection,
                "update account set name = ?, roles = ?, disabled = ?, changed = ? where login = ?",
                account.name(),
                Role.stored(account.roles()),
                account.disabled(),
                clock.instant(),
                account.login()));
  }

  /** Takes an account away, with all its log-ins. */
  public Change remove(String login) {
    return change(
        login,
        false,
        connection -> Sql.update(connection, "delete from account where login = ?", login));
  }

  /** Gives an account another password, found good by {@link PasswordRules}. */
  public Change password(String login, String password) {
    var rows =
        sql.update(
            "update account set password = ?, demo = false, changed = ? where login = ?",
            passwords.hashed(password),
            clock.instant(),
            login);
    return rows == 0 ? Change.ABSENT : Change.MADE;
  }

  private Change change(String login, boolean staysAdmin, Sql.Work<Integer> work) {
    return told(
        sql.inTransaction(
            connection -> {
              var admins = admins(connection);
              if (!staysAdmin && admins.equals(Set.of(login))) {
                return Change.LAST_ADMIN;
              }
              return work.run(connection) == 0 ? Change.ABSENT : Change.MADE;
            }));
  }

  /** Locked until the transaction ends: two admins cannot remove each other at once. */
  private static Set<String> admins(Connection connection) throws SQLException {
    return Set.copyOf(
        Sql.query(connection, COLUMNS + "order by login for update", Accounts::account).stream()
            .filter(Account::isAdmin)
            .map(Account::login)
            .toList());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("login"),
        row.getString("name"),
        Role.read(row.getString("roles")),
        row.getBoolean("disabled"));
  }
}

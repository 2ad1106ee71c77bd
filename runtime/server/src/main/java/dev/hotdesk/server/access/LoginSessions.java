package dev.hotdesk.server.access;

import dev.hotdesk.server.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Who is logged in. A log-in is a random token in the browser's cookie; the database knows only its
 * hash. It ends after twelve hours without use, after seven days, with the account, or when asked.
 */
public final class LoginSessions {

  /** The name of the cookie. */
  public static final String COOKIE = "hotdesk_session";

  static final Duration IDLE = Duration.ofHours(12);
  static final Duration ABSOLUTE = Duration.ofDays(7);

  /** How exactly the last use is known: not every request is worth a write. */
  static final Duration PRECISION = Duration.ofMinutes(5);

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Sql sql;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Keeps log-ins in this database. */
  public LoginSessions(DataSource database, Clock clock) {
    this.sql = new Sql(database, StaffStoreException::new);
    this.clock = clock;
  }

  /** Logs somebody in; returns the token for the cookie. */
  String begin(String login) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    sql.update(
        "delete from login_session where used < ? or begun < ?",
        now.minus(IDLE),
        now.minus(ABSOLUTE));
    sql.update(
        "insert into login_session (token_hash, login, begun, used) values (?, ?, ?, ?)",
        hash(token),
        login,
        now,
        now);
    return token;
  }

  /**
   * Who sent a request with this {@code Cookie} header. For places that the container's log-in does
   * not reach.
   */
  public Optional<Login> find(String cookieHeader) {
    return token(cookieHeader).flatMap(this::ofToken);
  }

  /** Who has this token. */
  Optional<Login> ofToken(String token) {
    var now = clock.instant();
    var found = find(token, now);
    if (found.isPresent() && found.get().used().plus(PRECISION).isBefore(now)) {
      sql.update("update login_session set used = ? where token_hash = ?", now, hash(token));
    }
    return found.map(session -> new Login(session.account(), csrf(token)));
  }

  /** Whether the log-in with this token has not ended; looking alone is no use of it. */
  boolean holds(String token, boolean used) {
    return used ? ofToken(token).isPresent() : find(token, clock.instant()).isPresent();
  }

  private Optional<Found> find(String token, Instant now) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return sql
        .query(
            "select a.login, a.name, a.roles, s.used from login_session s"
                + " join account a on a.login = s.login"
                + " where s.token_hash = ? and s.used >= ? and s.begun >= ?"
                + " and a.disabled = false",
            LoginSessions::found,
            hash(token),
            now.minus(IDLE),
            now.minus(ABSOLUTE))
        .stream()
        .findFirst();
  }

  /** Ends the log-in with this token. */
  void end(String token) {
    sql.update("delete from login_session where token_hash = ?", hash(token));
  }

  /** Ends all log-ins of an account. */
  public void endAll(String login) {
    sql.update("delete from login_session where login = ?", login);
  }

  /** The token in a {@code Cookie} header. */
  static Optional<String> token(String cookieHeader) {
    for (var pair : cookieHeader.split(";")) {
      var parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(COOKIE)) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }

  /** Follows from the token, which scripts cannot read, and does not reveal it. */
  static String csrf(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf " + token));
  }

  private static String hash(String token) {
    return HexFormat.of().formatHex(sha256(token));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static Found found(ResultSet row) throws SQLException {
    var account =
        new Account(
            row.getString("login"),
            row.getString("name"),
            Role.read(row.getString("roles")),
            false);
    return new Found(account, Sql.instant(row, "used"));
  }

  private record Found(Account account, Instant used) {}
}

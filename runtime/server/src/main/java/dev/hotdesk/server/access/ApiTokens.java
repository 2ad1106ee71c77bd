package dev.hotdesk.server.access;

import dev.hotdesk.server.http.Neighbourhood;
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
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What programs show instead of a log-in. A token acts for the admin who made it, and ends with
 * their account or their role; the database knows only its hash.
 */
public final class ApiTokens {

  /** How long a token may be good at the most. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final String SCHEME = "Bearer ";
  private static final String PREFIX = "hdt_";
  private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._@-]+");
  private static final String GUESSER = "#token";

  private final Sql sql;
  private final Clock clock;
  private final LoginThrottle throttle;
  private final SecureRandom random = new SecureRandom();

  /** Keeps tokens in this database. */
  public ApiTokens(DataSource database, Clock clock) {
    this.sql = new Sql(database, StaffStoreException::new);
    this.clock = clock;
    this.throttle = new LoginThrottle(clock);
  }

  /**
   * A token, without its secret.
   *
   * @param id to revoke it by
   * @param name what it is for
   * @param login whom it acts for
   * @param made when
   * @param expires when it ends by itself
   * @param used when it was last shown, to within five minutes, if ever
   */
  public record Shown(
      String id, String name, String login, Instant made, Instant expires, Optional<Instant> used) {

    /** How the audit trail calls who shows it; no account can have this login. */
    String caller() {
      return login + " (token " + name + ")";
    }
  }

  /**
   * A token that was just made.
   *
   * @param shown all but the secret
   * @param token the secret, told this once
   */
  public record Made(Shown shown, String token) {}

  /** Why there cannot be such a token, in a sentence; empty if there can. */
  public static Optional<String> fault(String name, int days) {
    if (name.isEmpty() || name.length() > 20 || !NAME.matcher(name).matches()) {
      return Optional.of(
          "A token's name says what it is for, in 1 to 20 letters, digits and spaces.");
    }
    return days < 1 || days > LONGEST.toDays()
        ? Optional.of("A token is good for 1 to 366 days.")
        : Optional.empty();
  }

  /** Makes a token that acts for this admin. */
  public Made make(String login, String name, Duration life) {
    var secret = new byte[32];
    random.nextBytes(secret);
    var id = new byte[6];
    random.nextBytes(id);
    var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var now = clock.instant();
    var shown =
        new Shown(HexFormat.of().formatHex(id), name, login, now, now.plus(life), Optional.empty());
    sql.update("delete from api_token where expires < ?", now);
    sql.update(
        "insert into api_token (id, name, token_hash, login, made, expires)"
            + " values (?, ?, ?, ?, ?, ?)",
        shown.id,
        name,
        hash(token),
        login,
        shown.made,
        shown.expires);
    return new Made(shown, token);
  }

  /** All that have not ended, the latest first. */
  public List<Shown> all() {
    return sql.query(
        "select id, name, login, made, expires, used from api_token where expires >= ?"
            + " order by made desc",
        ApiTokens::shown,
        clock.instant());
  }

  /** Ends a token; whether there was one. */
  public boolean revoke(String id) {
    return sql.update("delete from api_token where id = ?", id) > 0;
  }

  /** The token in an {@code Authorization} header that looks like one of ours. */
  static Optional<String> in(Optional<String> authorization) {
    return authorization
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> token.startsWith(PREFIX));
  }

  /** Which token this is, if it is good and its maker is still an admin. */
  Optional<Shown> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var found =
        sql
            .query(
                "select t.id, t.name, t.login, t.made, t.expires, t.used, a.roles"
                    + " from api_token t join account a on a.login = t.login"
                    + " where t.token_hash = ? and t.expires >= ? and a.disabled = false",
                row -> new Found(shown(row), Role.read(row.getString("roles"))),
                hash(token),
                now)
            .stream()
            .filter(each -> each.roles.contains(Role.ADMIN))
            .map(Found::token)
            .findFirst();
    found
        .filter(it -> it.used.isEmpty() || isLongAgo(it.used.get(), now))
        .ifPresent(it -> sql.update("update api_token set used = ? where id = ?", now, it.id));
    return found;
  }

  /** A wrong token came from an address; how long it should wait before another. */
  Duration wrong(String address) {
    return throttle.attempt(GUESSER, Neighbourhood.of(address));
  }

  private static boolean isLongAgo(Instant used, Instant now) {
    return used.plus(LoginSessions.PRECISION).isBefore(now);
  }

  private static Shown shown(ResultSet row) throws SQLException {
    return new Shown(
        row.getString("id"),
        row.getString("name"),
        row.getString("login"),
        Sql.instant(row, "made"),
        Sql.instant(row, "expires"),
        Optional.ofNullable(row.getObject("used", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private record Found(Shown token, java.util.Set<Role> roles) {}
}
